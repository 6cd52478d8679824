package io.github.zsl4j.examples;

import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.prototype.ClassDescription;
import java.nio.file.Path;
import java.util.List;

/**
 * Classes that no dictionary knows, told in words: {@code OwnDescriptions photo.jpg}. The model shows what it understood.
 */
public final class OwnDescriptions {

    private OwnDescriptions() {}

    /** @param args the picture */
    public static void main(String[] args) {
        List<ClassDescription> classes = List.of(
                ClassDescription.of("purrer", "a small domesticated feline with soft fur", "a tabby cat"),
                ClassDescription.of("two-wheeler", "a motor vehicle with two wheels and a strong frame"),
                ClassDescription.of("holy place", "a building for worship, such as a pagoda or a shrine"),
                // A word with several senses: the one that is a kind of bird.
                ClassDescription.of("crane#bird"));
        try (var model = ZeroShot.load()) {
            model.explain(classes)
                    .forEach(reading -> System.out.println(reading.label() + " reads as "
                            + reading.texts() + ", near "
                            + reading.relatives().get(0).name()));
            var best = model.classifier(classes).classify(Path.of(args[0])).best();
            System.out.printf("It is a %s (%.0f %%)%n", best.label(), 100 * best.probability());
        }
    }
}

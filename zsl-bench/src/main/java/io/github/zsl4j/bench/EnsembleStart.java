package io.github.zsl4j.bench;

import io.github.zsl4j.ClassifierOptions;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.text.prompt.PromptTemplates;
import io.github.zsl4j.vision.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What many labels in many templates cost: {@code EnsembleStart MODEL LABELS CACHE PICTURE} prints the seconds from loading
 * the model to a classifier that is ready, with 80 templates a label and a cache folder, then the median milliseconds of one
 * picture with that classifier and with one of a single template.
 */
public final class EnsembleStart {

    private static final int RUNS = 30;

    private EnsembleStart() {}

    /** @param args see above */
    public static void main(String[] args) throws IOException {
        ClassDescription[] classes = Files.readAllLines(Path.of(args[1])).stream()
                .map(ClassDescription::of)
                .toArray(ClassDescription[]::new);
        ClassifierOptions many = ClassifierOptions.defaults()
                .withTemplates(PromptTemplates.CLIP_IMAGENET)
                .withCache(Path.of(args[2]));
        long start = System.nanoTime();
        try (var model = ZeroShot.load(Path.of(args[0]))) {
            var ensemble = model.classifier(List.of(classes), many);
            System.out.println("ready " + (System.nanoTime() - start) / 1e9);
            ImageSource picture = ImageSource.of(Path.of(args[3]));
            var single = model.classifier(
                    List.of(classes), ClassifierOptions.defaults().withCache(Path.of(args[2])));
            for (int i = 0; i < RUNS; i++) {
                System.out.println("ensemble " + millis(() -> ensemble.classify(picture)));
                System.out.println("single " + millis(() -> single.classify(picture)));
            }
        }
    }

    private static double millis(Runnable run) {
        long start = System.nanoTime();
        run.run();
        return (System.nanoTime() - start) / 1e6;
    }
}

package io.github.zsl4j.examples;

import io.github.zsl4j.LabelledImage;
import io.github.zsl4j.ZeroShot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A classifier from a few example pictures instead of names: {@code FewExamples query.jpg mine=a.jpg mine=b.jpg
 * yours=c.jpg}.
 */
public final class FewExamples {

    private FewExamples() {}

    /** @param args the picture, then examples as label=file */
    public static void main(String[] args) {
        List<LabelledImage> examples = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            String[] example = args[i].split("=", 2);
            examples.add(LabelledImage.of(example[0], Path.of(example[1])));
        }
        try (var model = ZeroShot.load()) {
            var classifier = model.classifierFromExamples(examples);
            System.out.println(classifier.classify(Path.of(args[0])).best().label());
        }
    }
}

package io.github.zsl4j.examples;

import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.vision.image.ImageSource;
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
        try (var model = ZeroShot.load()) {
            List<String> labels = new ArrayList<>();
            List<Embedding> examples = new ArrayList<>();
            for (int i = 1; i < args.length; i++) {
                String[] example = args[i].split("=", 2);
                labels.add(example[0]);
                examples.add(model.embed(ImageSource.of(Path.of(example[1]))));
            }
            EmbeddingMatrix vectors = EmbeddingMatrix.of(model.parts().space(), examples);
            var classifier = model.classifier(Prototypes.ofExamples(labels, vectors));
            System.out.println(classifier.classify(Path.of(args[0])).best().label());
        }
    }
}

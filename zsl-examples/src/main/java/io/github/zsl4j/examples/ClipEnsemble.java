package io.github.zsl4j.examples;

import io.github.zsl4j.ClassifierOptions;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.text.prompt.PromptTemplates;
import java.nio.file.Path;
import java.util.List;

/**
 * Any CLIP at full strength: {@code ClipEnsemble MODEL CACHE PHOTO LABEL...}. Labels are put into the 80 templates of the CLIP
 * paper; their vectors are kept in a folder, so that the next start finds them done.
 */
public final class ClipEnsemble {

    private ClipEnsemble() {}

    /** @param args a model's folder, a folder to keep the work on labels in, a picture, the labels */
    public static void main(String[] args) {
        String[] labels = List.of(args).subList(3, args.length).toArray(String[]::new);
        ClassifierOptions options = ClassifierOptions.defaults()
                .withTemplates(PromptTemplates.CLIP_IMAGENET)
                .withCache(Path.of(args[1]));
        try (var model = ZeroShot.load(Path.of(args[0]))) {
            var classifier = model.classifier(ClassDescription.ofLabels(labels), options);
            for (Ranking.Entry entry : classifier.classify(Path.of(args[2])).top(5)) {
                System.out.printf("%s %.3f%n", entry.label(), entry.probability());
            }
        }
    }
}

package io.github.zsl4j.examples;

import io.github.zsl4j.ImageClassifier;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.classify.Confidence;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.classify.Rejection;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.Pictures;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets a classifier say "none of these": {@code NoneOfThese PHOTO UNKNOWNS LABEL...}, where UNKNOWNS is a folder of pictures that
 * show none of the labels. A threshold is chosen that lets at most one in twenty of such pictures pass.
 */
public final class NoneOfThese {

    private static final double FALSE_ACCEPT_RATE = 0.05;

    private NoneOfThese() {}

    /** @param args a picture, a folder of pictures that show nothing of what follows, the labels */
    public static void main(String[] args) {
        String[] labels = List.of(args).subList(2, args.length).toArray(String[]::new);
        try (var model = ZeroShot.load()) {
            ImageClassifier classifier = model.classifier(labels);
            List<ImageSource> unknown =
                    Pictures.in(Path.of(args[1])).stream().map(ImageSource::of).toList();
            Rejection rejection =
                    Rejection.admitting(FALSE_ACCEPT_RATE, Confidence.maximumScore(), classifier.classifyAll(unknown));
            Ranking ranking = classifier.classify(Path.of(args[0]));
            System.out.println(
                    rejection.decide(ranking).answer().map(Ranking.Entry::label).orElse("none of these"));
        }
    }
}

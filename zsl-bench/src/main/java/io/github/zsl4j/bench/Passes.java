package io.github.zsl4j.bench;

import io.github.zsl4j.ImageClassifier;
import io.github.zsl4j.Outcome;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.vision.image.ImageSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Classifies files again and again. */
final class Passes {

    private Passes() {}

    /** Prints the pictures per second of each pass but the first, which warms up. */
    static void print(ImageClassifier classifier, List<Path> files, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            long start = System.nanoTime();
            long done;
            try (Stream<Outcome<Ranking>> outcomes =
                    classifier.classifyEach(files.stream().map(ImageSource::of))) {
                done = outcomes.filter(Outcome::isSuccess).count();
            }
            if (pass > 0) {
                System.out.println(done / ((System.nanoTime() - start) / 1e9));
            }
        }
    }
}

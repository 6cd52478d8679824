package io.github.zsl4j.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An answer reduced to its best label.
 *
 * @param confidence its probability, in [0, 1]
 * @param correct whether it is the right one
 */
record TopLabel(double confidence, boolean correct) {

    /** Every row's, by ascending confidence. */
    static List<TopLabel> ascending(LabelledScores probabilities) {
        return IntStream.range(0, probabilities.rows())
                .mapToObj(row -> of(probabilities, row))
                .sorted(Comparator.comparingDouble(TopLabel::confidence))
                .toList();
    }

    private static TopLabel of(LabelledScores probabilities, int row) {
        int best = probabilities.best(row);
        double p = probabilities.score(row, best);
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("Row " + row + " has the probability " + p + ", which is not in [0, 1];"
                    + " calibrate scores to probabilities first");
        }
        return new TopLabel(p, best == probabilities.label(row));
    }
}

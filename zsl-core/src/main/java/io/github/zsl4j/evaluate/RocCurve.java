package io.github.zsl4j.evaluate;

import java.util.Arrays;

/**
 * How well a score tells positives from negatives, such as known from unknown pictures, whatever threshold is chosen.
 * Immutable and thread-safe.
 */
public final class RocCurve {

    private final double[] positives;
    private final double[] negatives;

    private RocCurve(double[] positives, double[] negatives) {
        this.positives = positives;
        this.negatives = negatives;
    }

    /**
     * @param positives scores of what should be accepted, at least one, all finite; higher is more positive
     * @param negatives scores of what should not, likewise
     */
    public static RocCurve of(double[] positives, double[] negatives) {
        if (positives.length == 0 || negatives.length == 0) {
            throw new IllegalArgumentException(
                    "A ROC curve needs positives and negatives, not " + positives.length + " and " + negatives.length);
        }
        return new RocCurve(SortedValues.ascending(positives), SortedValues.ascending(negatives));
    }

    /**
     * The area under the curve, AUROC: the probability that a positive scores above a negative, equal scores counting
     * half (the Mann-Whitney statistic).
     *
     * @return in [0, 1]; 0.5 for a score that tells nothing
     */
    public double area() {
        long halves = 0;
        int below = 0;
        int notAbove = 0;
        for (double x : positives) {
            while (below < negatives.length && negatives[below] < x) {
                below++;
            }
            while (notAbove < negatives.length && negatives[notAbove] <= x) {
                notAbove++;
            }
            halves += below + notAbove;
        }
        return halves / (2.0 * positives.length * negatives.length);
    }

    /**
     * The share of negatives that is accepted when the threshold is as high as accepting a share of the positives allows:
     * FPR@95TPR for 0.95.
     *
     * @param truePositiveRate in (0, 1]
     */
    public double falsePositiveRateAt(double truePositiveRate) {
        double threshold = Threshold.passedByAtLeast(truePositiveRate, positives);
        long accepted = Arrays.stream(negatives).filter(x -> x >= threshold).count();
        return (double) accepted / negatives.length;
    }
}

package io.github.zsl4j.classify;

import io.github.zsl4j.evaluate.LabelledScores;

/**
 * The mean negative log-likelihood of labels under a softmax, as a function of its sharpness: the scale times the largest
 * difference of a score to the right one. In that unit all differences lie in [-1, 1], whatever the scores are.
 */
final class SoftmaxLikelihood {

    /**
     * The function at one sharpness.
     *
     * @param slope its first derivative: the mean over examples of the expected difference
     * @param curvature its second derivative: the mean of the variances; never negative
     */
    record Point(double nll, double slope, double curvature) {

        private Point plus(Point other) {
            return new Point(nll + other.nll, slope + other.slope, curvature + other.curvature);
        }
    }

    private final LabelledScores examples;
    private final double range;

    SoftmaxLikelihood(LabelledScores examples) {
        this.examples = examples;
        double largest = 0;
        for (int i = 0; i < examples.rows(); i++) {
            for (int j = 0; j < examples.classes(); j++) {
                largest = Math.max(largest, Math.abs(examples.score(i, j) - examples.score(i, examples.label(i))));
            }
        }
        if (Double.isInfinite(largest)) {
            throw new IllegalArgumentException("Scores differ by more than a double holds; divide them all first");
        }
        this.range = largest < 1e-300 ? 1 : largest;
    }

    /** From a scale to a sharpness. */
    double sharpness(double scale) {
        return Math.min(scale * range, Double.MAX_VALUE);
    }

    /** From a sharpness to a scale. */
    double scale(double sharpness) {
        return sharpness / range;
    }

    Point at(double sharpness) {
        Point sum = new Point(0, 0, 0);
        for (int i = 0; i < examples.rows(); i++) {
            sum = sum.plus(of(i, sharpness));
        }
        int n = examples.rows();
        return new Point(sum.nll / n, sum.slope / n, sum.curvature / n);
    }

    /** ln sum_j exp(x d_j), with differences d_j to the right class's score, and its derivatives in x. */
    private Point of(int row, double x) {
        double top = 0;
        for (int j = 0; j < examples.classes(); j++) {
            top = Math.max(top, difference(row, j));
        }
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int j = 0; j < examples.classes(); j++) {
            double d = difference(row, j);
            double e = Math.exp(x * (d - top));
            sum += e;
            first += e * d;
            second += e * d * d;
        }
        double mean = first / sum;
        return new Point(x * top + Math.log(sum), mean, Math.max(0, second / sum - mean * mean));
    }

    private double difference(int row, int index) {
        return (examples.score(row, index) - examples.score(row, examples.label(row))) / range;
    }
}

package io.github.zsl4j.classify;

/** See {@link Calibration#softmax(double)}. */
record SoftmaxCalibration(double scale) implements Calibration {

    SoftmaxCalibration {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("The scale must be above 0 and finite, not " + scale);
        }
    }

    @Override
    public double[] probabilities(double[] scores) {
        double top = top(scores);
        double[] p = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(scale * (scores[i] - top));
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private static double top(double[] scores) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("Scores must be finite; score " + i + " is " + scores[i]);
            }
            top = Math.max(top, scores[i]);
        }
        return top;
    }
}

package io.github.zsl4j.classify;

/** See {@link Calibration#sigmoid(double, double)}. */
record SigmoidCalibration(double scale, double bias) implements Calibration {

    SigmoidCalibration {
        Scores.requireScale(scale);
        if (!Double.isFinite(bias)) {
            throw new IllegalArgumentException("The bias must be finite, not " + bias);
        }
    }

    @Override
    public double[] probabilities(double[] scores) {
        Scores.requireFinite(scores);
        double[] p = new double[scores.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = sigmoid(scale * scores[i] + bias); // infinite at worst, never NaN
        }
        return p;
    }

    /** 1 / (1 + exp(-x)), by the exponential that does not overflow. */
    static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}

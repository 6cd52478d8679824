package io.github.zsl4j.classify;

import java.util.Arrays;

/** See {@link Calibration#softmax(double)}. */
record SoftmaxCalibration(double scale) implements Calibration {

    SoftmaxCalibration {
        Scores.requireScale(scale);
    }

    @Override
    public double[] probabilities(double[] scores) {
        Scores.requireFinite(scores);
        double top = Arrays.stream(scores).max().orElse(0);
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
}

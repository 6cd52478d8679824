package io.github.zsl4j.protocol;

import io.github.zsl4j.evaluate.SeenUnseenCurve;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Finds the constant of calibrated stacking on validation folds, in units of each fold's scores, so that it can be carried
 * to an alignment whose scores are of another size.
 */
final class StackingConstant {

    /** The harmonic mean is flat and ragged around its maximum; the middle of what comes so near is steadier than the peak. */
    private static final double NEAR = 0.99;

    private static final int STEPS = 2_000;

    private StackingConstant() {}

    /**
     * A curve and the unit of its constants.
     *
     * @param unit above 0
     */
    record Scaled(SeenUnseenCurve curve, double unit) {

        private DoubleStream constants() {
            return curve.points().stream()
                    .mapToDouble(SeenUnseenCurve.Point::constant)
                    .filter(Double::isFinite)
                    .map(constant -> constant / unit);
        }

        private double harmonicMean(double constant) {
            return curve.at(constant * unit).harmonicMean();
        }
    }

    /** The constant, in units, around which the mean over curves of the harmonic mean is highest. */
    static double of(List<Scaled> curves) {
        double low = curves.stream().flatMapToDouble(Scaled::constants).min().orElseThrow();
        double high = curves.stream().flatMapToDouble(Scaled::constants).max().orElseThrow();
        double[] means = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            means[i] = mean(curves, low + (high - low) * i / STEPS);
        }
        double enough = NEAR * DoubleStream.of(means).max().orElseThrow();
        int first = 0;
        while (means[first] < enough) {
            first++;
        }
        int last = STEPS;
        while (means[last] < enough) {
            last--;
        }
        return low + (high - low) * (first + last) / 2 / STEPS;
    }

    private static double mean(List<Scaled> curves, double constant) {
        return curves.stream()
                .mapToDouble(curve -> curve.harmonicMean(constant))
                .average()
                .orElseThrow();
    }
}

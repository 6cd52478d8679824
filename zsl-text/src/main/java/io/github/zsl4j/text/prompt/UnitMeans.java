package io.github.zsl4j.text.prompt;

import java.util.List;

/** Sums of weighted unit vectors, scaled to length 1 when asked for: a mean's scale does not matter then. */
final class UnitMeans {

    /** What is left of vectors of length 1 that cancel each other out, rounding included. */
    private static final double CANCELLED = 1e-9;

    private final List<String> labels;
    private final double[][] sums;

    /** @param labels what each sum belongs to, for messages */
    UnitMeans(List<String> labels, int dimension) {
        this.labels = labels;
        this.sums = new double[labels.size()][dimension];
    }

    void add(int index, double weight, double[] unit) {
        double[] sum = sums[index];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += weight * unit[j];
        }
    }

    /** @throws IllegalArgumentException if the sum is zero */
    double[] unit(int index) {
        double[] sum = sums[index];
        double norm = norm(sum);
        if (norm < CANCELLED) {
            throw new IllegalArgumentException("The vectors of the texts of '" + labels.get(index)
                    + "' add up to zero, which is no direction; describe the class otherwise");
        }
        double[] unit = new double[sum.length];
        for (int j = 0; j < unit.length; j++) {
            unit[j] = sum[j] / norm;
        }
        return unit;
    }

    /** All of them, row-major. */
    float[] toFloats() {
        int d = sums[0].length;
        float[] values = new float[Math.multiplyExact(sums.length, d)];
        for (int i = 0; i < sums.length; i++) {
            double[] unit = unit(i);
            for (int j = 0; j < d; j++) {
                values[i * d + j] = (float) unit[j];
            }
        }
        return values;
    }

    /** The same direction with length 1; the zero vector stays zero. */
    static double[] normalised(float[] vector) {
        double[] unit = new double[vector.length];
        for (int j = 0; j < unit.length; j++) {
            unit[j] = vector[j];
        }
        double norm = norm(unit);
        for (int j = 0; j < unit.length && norm > 0; j++) {
            unit[j] /= norm;
        }
        return unit;
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double x : vector) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}

package io.github.zsl4j.evaluate;

import java.util.Arrays;

/** Values in order, for counting how many are above or below another. */
final class SortedValues {

    private SortedValues() {}

    /** @throws IllegalArgumentException if a value is not finite */
    static double[] ascending(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Values must be finite; value " + i + " is " + values[i]);
            }
            sorted[i] = values[i] + 0.0; // -0 becomes the 0 that it is equal to
        }
        Arrays.sort(sorted);
        return sorted;
    }
}

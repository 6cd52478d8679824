package io.github.zsl4j.embedding;

/** Float arithmetic on slices of arrays. */
final class VectorMath {

    private VectorMath() {}

    /** Adds {@code factor} times a slice, as long as {@code sums}, to {@code sums}. */
    static void addScaled(float[] values, int from, float factor, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[from + j];
        }
    }

    /** Subtracts from {@code sums} the squared differences of a slice, as long, and {@code value}. */
    static void subtractSquares(float[] values, int from, float value, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float difference = values[from + j] - value;
            sums[j] -= difference * difference;
        }
    }

    /** The Euclidean length in double precision, so that large values do not overflow. */
    static double norm(float[] a, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += (double) a[i] * a[i];
        }
        return Math.sqrt(sum);
    }

    /** Scales a slice to length 1 in place; a zero slice is left alone. */
    static void normalise(float[] a, int from, int length) {
        double norm = norm(a, from, length);
        if (norm == 0) {
            return;
        }
        for (int i = from; i < from + length; i++) {
            a[i] = (float) (a[i] / norm);
        }
    }

    static void requireFinite(float[] values, String what) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(what + ": value " + i + " is " + values[i]);
            }
        }
    }
}

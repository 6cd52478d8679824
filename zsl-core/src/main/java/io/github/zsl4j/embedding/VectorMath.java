package io.github.zsl4j.embedding;

/** Float arithmetic on slices of arrays. */
final class VectorMath {

    private VectorMath() {}

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

package io.github.zsl4j.embedding;

/** Float arithmetic on slices of arrays. */
final class VectorMath {

    private VectorMath() {}

    /**
     * The dot product of two slices. Eight running sums keep the processor's adders busy, and lose less to rounding
     * than one; the order of additions is fixed, so equal input gives equal output.
     */
    static float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = 0;
        for (; i <= length - 8; i += 8) {
            int p = aFrom + i;
            int q = bFrom + i;
            s0 += a[p] * b[q];
            s1 += a[p + 1] * b[q + 1];
            s2 += a[p + 2] * b[q + 2];
            s3 += a[p + 3] * b[q + 3];
            s4 += a[p + 4] * b[q + 4];
            s5 += a[p + 5] * b[q + 5];
            s6 += a[p + 6] * b[q + 6];
            s7 += a[p + 7] * b[q + 7];
        }
        float rest = 0;
        for (; i < length; i++) {
            rest += a[aFrom + i] * b[bFrom + i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }

    /** The squared Euclidean distance of two slices; never negative. */
    static float squaredDistance(float[] a, int aFrom, float[] b, int bFrom, int length) {
        float even = 0;
        float odd = 0;
        int i = 0;
        for (; i <= length - 2; i += 2) {
            float x = a[aFrom + i] - b[bFrom + i];
            float y = a[aFrom + i + 1] - b[bFrom + i + 1];
            even += x * x;
            odd += y * y;
        }
        if (i < length) {
            float x = a[aFrom + i] - b[bFrom + i];
            even += x * x;
        }
        return even + odd;
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

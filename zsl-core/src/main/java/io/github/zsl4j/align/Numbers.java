package io.github.zsl4j.align;

/** Checks and conversions of arrays. */
final class Numbers {

    private Numbers() {}

    static double[] toDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** @return a copy */
    static float[] requireFinite(String what, float[] values, long count) {
        if (values.length != count) {
            throw new IllegalArgumentException(what + ": " + values.length + " values, not " + count);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(what + ": value " + i + " is " + values[i]);
            }
        }
        return values.clone();
    }
}

package io.github.zsl4j.data.npy;

/** IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of fraction. */
final class HalfFloat {

    /** The least number of this precision, 2^-24. */
    private static final double LEAST = 0x1p-24;

    private static final double LARGEST = 65_504;

    private HalfFloat() {}

    /** Exact: every half is a float. */
    static float toFloat(short half) {
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        float size;
        if (exponent == 0x1f) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            size = (float) (fraction * LEAST);
        } else {
            size = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
        }
        return half < 0 ? -size : size;
    }

    /** The nearest half; of two equally near ones the even one; infinite beyond the largest, as in NumPy. */
    static short of(double value) {
        int sign = Double.doubleToRawLongBits(value) < 0 ? 0x8000 : 0;
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return (short) (sign | 0x7e00);
        }
        if (size >= LARGEST + 16) {
            return (short) (sign | 0x7c00);
        }
        int exponent = Math.max(-14, Math.getExponent(size));
        long steps = (long) Math.rint(Math.scalb(size, 10 - exponent));
        // Steps of the next binade continue the count, so a carry from rounding is right by itself.
        return (short) (sign | (exponent + 14 << 10) + (int) steps);
    }
}

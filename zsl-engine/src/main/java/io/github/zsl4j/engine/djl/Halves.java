package io.github.zsl4j.engine.djl;

/**
 * Rounds floats to 16 bits, to the nearest value and half-way cases to even, as IEEE 754, NumPy and PyTorch do it. (DJL's
 * {@code Float16Utils} rounds half-way cases up and the largest ones down.)
 */
final class Halves {

    private static final int MAGNITUDE = 0x7fffffff;
    private static final int INFINITY = 0x7f800000;

    /** 65520, half-way between the largest binary16 and what would be the next. */
    private static final int TOO_LARGE = 0x477ff000;

    /** 2^-14, the smallest normal binary16. */
    private static final int SMALLEST_NORMAL = 0x38800000;

    /** What the exponents' biases differ by. */
    private static final int REBIAS = 127 - 15 << 23;

    private Halves() {}

    /** To IEEE 754 binary16: five bits of exponent, ten of fraction. */
    static short toFloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & MAGNITUDE;
        if (magnitude >= TOO_LARGE) {
            return (short) (sign | (magnitude > INFINITY ? 0x7e00 : 0x7c00));
        }
        if (magnitude < SMALLEST_NORMAL) { // a multiple of 2^-24
            return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24f));
        }
        return (short) (sign | roundOff(magnitude - REBIAS, 13));
    }

    /** To bfloat16: the upper half of a float. */
    static short toBfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) { // rounding could carry into the sign
            return (short) (bits >>> 16 | 0x40);
        }
        return (short) (bits >>> 31 << 15 | roundOff(bits & MAGNITUDE, 16));
    }

    /** Exact. */
    static float fromBfloat16(short value) {
        return Float.intBitsToFloat(value << 16);
    }

    private static int roundOff(int magnitude, int bits) {
        int justBelowHalf = (1 << bits - 1) - 1;
        int odd = magnitude >> bits & 1;
        return magnitude + justBelowHalf + odd >>> bits;
    }
}

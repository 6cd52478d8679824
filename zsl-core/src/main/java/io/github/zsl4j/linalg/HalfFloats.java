package io.github.zsl4j.linalg;

/**
 * Numbers of 16 bits, as tensors and arrays are stored, which Java 17 has no conversions for: IEEE 754 binary16, with five bits
 * of exponent and ten of fraction, and bfloat16, the upper half of a float. Widening is exact. Narrowing takes the nearest
 * value, and of two that are equally near the even one, as IEEE 754, NumPy and PyTorch have it; what is too large becomes
 * infinite.
 */
public final class HalfFloats {

    private static final int MAGNITUDE = 0x7fffffff;
    private static final int INFINITY = 0x7f800000;

    /** 65520, half-way between the largest binary16 and what would be the next. */
    private static final int TOO_LARGE = 0x477ff000;

    /** 2^-14, the smallest normal binary16. */
    private static final int SMALLEST_NORMAL = 0x38800000;

    /** What the exponents' biases differ by. */
    private static final int REBIAS = 127 - 15 << 23;

    private HalfFloats() {}

    /**
     * From binary16. Shifting the 15 magnitude bits into place and multiplying by 2^112 is exact for normal and subnormal values
     * alike; only infinities and NaNs need their exponent set.
     */
    public static float fromFloat16(short half) {
        int magnitude = half & 0x7fff;
        int sign = (half & 0x8000) << 16;
        if (magnitude >= 0x7c00) {
            return Float.intBitsToFloat(sign | INFINITY | (magnitude & 0x3ff) << 13);
        }
        float value = Float.intBitsToFloat(magnitude << 13) * 0x1p112f;
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) | sign);
    }

    /** To binary16. */
    public static short toFloat16(float value) {
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

    /**
     * To binary16, rounded once. On the way is the odd one of the two floats around the value, which never lies half-way between
     * two halves unless the value does.
     *
     * <p><b>References:</b> Boldo and Melquiond, "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding
     * to odd", IEEE Transactions on Computers 2008.
     */
    public static short toFloat16(double value) {
        float nearest = (float) value;
        if (nearest == value || Double.isNaN(value)) {
            return toFloat16(nearest);
        }
        int bits = Float.floatToRawIntBits(nearest);
        int towardsZero = Math.abs((double) nearest) > Math.abs(value) ? bits - 1 : bits;
        return toFloat16(Float.intBitsToFloat(towardsZero | 1));
    }

    /** From bfloat16. */
    public static float fromBfloat16(short value) {
        return Float.intBitsToFloat(value << 16);
    }

    /** To bfloat16. */
    public static short toBfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) { // rounding could carry into the sign
            return (short) (bits >>> 16 | 0x40);
        }
        return (short) (bits >>> 31 << 15 | roundOff(bits & MAGNITUDE, 16));
    }

    private static int roundOff(int magnitude, int bits) {
        int justBelowHalf = (1 << bits - 1) - 1;
        int odd = magnitude >> bits & 1;
        return magnitude + justBelowHalf + odd >>> bits;
    }
}

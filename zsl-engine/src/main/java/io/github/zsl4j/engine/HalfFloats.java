package io.github.zsl4j.engine;

/** IEEE 754 binary16, which Java 17 has no conversions for. */
final class HalfFloats {

    private HalfFloats() {}

    /**
     * To binary32. Shifting the 15 magnitude bits into place and multiplying by 2^112 is exact for normal and subnormal
     * values alike; only infinities and NaNs need their exponent set.
     */
    static float toFloat(short half) {
        int magnitude = half & 0x7fff;
        int sign = (half & 0x8000) << 16;
        if (magnitude >= 0x7c00) {
            return Float.intBitsToFloat(sign | 0x7f800000 | (magnitude & 0x3ff) << 13);
        }
        float value = Float.intBitsToFloat(magnitude << 13) * 0x1p112f;
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) | sign);
    }
}

package io.github.zsl4j.vision.image;

/** From luminance and chrominance to RGB with libjpeg's 16-bit fixed point (jdcolor.c). */
final class YccTables {

    private static final int HALF = 1 << 15;
    private static final int CR_TO_R = 91881;
    private static final int CB_TO_B = 116130;
    private static final int CR_TO_G = 46802;
    private static final int CB_TO_G = 22554;

    private YccTables() {}

    /** Converts the three samples at {@code row[i]} in place. */
    static void toRgb(int[] row, int i) {
        int y = row[i];
        int cb = row[i + 1] - 128;
        int cr = row[i + 2] - 128;
        row[i] = clip(y + (CR_TO_R * cr + HALF >> 16));
        row[i + 1] = clip(y + (-CB_TO_G * cb - CR_TO_G * cr + HALF >> 16));
        row[i + 2] = clip(y + (CB_TO_B * cb + HALF >> 16));
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }
}

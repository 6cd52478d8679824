package io.github.zsl4j.vision.image;

/** From WebP's lightness and colour to RGB with libwebp's fixed point (src/dsp/yuv.h). */
final class WebpColours {

    private static final int FRACTION = 6;

    private WebpColours() {}

    /** Writes red, green and blue at {@code row[at]}. */
    static void toRgb(int y, int u, int v, int[] row, int at) {
        int light = high(y, 19077);
        row[at] = clip(light + high(v, 26149) - 14234);
        row[at + 1] = clip(light - high(u, 6419) - high(v, 13320) + 8708);
        row[at + 2] = clip(light + high(u, 33050) - 17685);
    }

    private static int high(int value, int factor) {
        return value * factor >> 8;
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value >> FRACTION));
    }
}

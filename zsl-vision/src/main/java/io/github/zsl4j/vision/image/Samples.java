package io.github.zsl4j.vision.image;

/**
 * How rows of samples become RGB.
 *
 * @param colours 1 for grey, 3 for red, green and blue, 4 for cyan, magenta, yellow and black
 * @param alpha whether one more sample follows the colours
 * @param premultiplied whether the colours have been multiplied by alpha
 * @param bits of each sample, 1 to 16
 */
record Samples(int colours, boolean alpha, boolean premultiplied, int... bits) {

    private static final int OPAQUE = 255;

    int perPixel() {
        return colours + (alpha ? 1 : 0);
    }

    /** Converts a row of pixels, {@link #perPixel()} samples each. */
    void toRgb(int[] row, int pixels, byte[] rgb, int at) {
        int step = perPixel();
        int to = at;
        for (int i = 0; i < pixels * step; i += step) {
            for (int s = 0; s < step; s++) {
                row[i + s] = to8(row[i + s], bits[s]);
            }
            if (colours == 4) {
                Cmyk.toRgb(row, i, rgb, to);
            } else {
                put(row, i, rgb, to);
            }
            to += 3;
        }
    }

    private void put(int[] row, int i, byte[] rgb, int to) {
        int a = alpha ? row[i + colours] : OPAQUE;
        for (int c = 0; c < 3; c++) {
            int value = row[colours == 1 ? i : i + c];
            rgb[to + c] = (byte) (premultiplied ? Math.min(255, value + 255 - a) : onWhite(value, a));
        }
    }

    /** Fewer bits are spread over 0 to 255, of more the high byte is kept. */
    static int to8(int sample, int bits) {
        return bits == 8 ? sample : bits > 8 ? sample >>> (bits - 8) : sample * 255 / ((1 << bits) - 1);
    }

    /** A colour value in [0, 255] with alpha in [0, 255] over white, rounded as Pillow does. */
    static int onWhite(int value, int alpha) {
        int t = value * alpha + 255 * (255 - alpha) + 128;
        return (t >> 8) + t >> 8;
    }
}

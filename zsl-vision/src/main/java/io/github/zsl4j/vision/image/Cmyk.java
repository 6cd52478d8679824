package io.github.zsl4j.vision.image;

/** Pillow's conversion of 8-bit cyan, magenta, yellow and black, which takes no account of inks. */
final class Cmyk {

    private Cmyk() {}

    /** Converts the pixel at {@code row[i]}; 0 is no ink. */
    static void toRgb(int[] row, int i, byte[] rgb, int to) {
        int light = 255 - row[i + 3];
        for (int c = 0; c < 3; c++) {
            int t = row[i + c] * light + 128;
            rgb[to + c] = (byte) Math.max(0, light - ((t >> 8) + t >> 8));
        }
    }
}

package io.github.zsl4j.vision.image;

import java.awt.image.IndexColorModel;

/** The colours of a palette picture, composited on white already; an index beyond the last colour is black. */
final class Palette {

    private static final int ENTRIES = 256;

    private final byte[] rgb = new byte[ENTRIES * 3];

    /**
     * @param colours red, green and blue of every entry
     * @param from where they start
     * @param entries how many there are; more than 256 are ignored
     * @param alpha of the first entries, as many as there are bytes
     */
    static Palette of(byte[] colours, int from, int entries, byte... alpha) {
        Palette palette = new Palette();
        for (int i = 0; i < Math.min(entries, ENTRIES); i++) {
            for (int c = 0; c < 3; c++) {
                palette.set(i, c, colours[from + 3 * i + c] & 0xff, i < alpha.length ? alpha[i] & 0xff : 255);
            }
        }
        return palette;
    }

    static Palette of(IndexColorModel model) {
        Palette palette = new Palette();
        for (int i = 0; i < Math.min(model.getMapSize(), ENTRIES); i++) {
            palette.set(i, 0, model.getRed(i), model.getAlpha(i));
            palette.set(i, 1, model.getGreen(i), model.getAlpha(i));
            palette.set(i, 2, model.getBlue(i), model.getAlpha(i));
        }
        return palette;
    }

    static Palette grey() {
        Palette palette = new Palette();
        for (int i = 0; i < palette.rgb.length; i++) {
            palette.rgb[i] = (byte) (i / 3);
        }
        return palette;
    }

    /** Makes one entry fully transparent, which is white. */
    Palette clear(int index) {
        for (int c = 0; c < 3; c++) {
            set(index, c, 0, 0);
        }
        return this;
    }

    private void set(int index, int channel, int value, int alpha) {
        rgb[3 * index + channel] = (byte) Samples.onWhite(value, alpha);
    }

    void toRgb(int[] row, int pixels, byte[] into, int at) {
        for (int i = 0; i < pixels; i++) {
            System.arraycopy(rgb, 3 * (row[i] & 0xff), into, at + 3 * i, 3);
        }
    }
}

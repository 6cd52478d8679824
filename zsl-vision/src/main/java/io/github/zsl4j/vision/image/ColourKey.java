package io.github.zsl4j.vision.image;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One colour of a PNG that stands for transparent, hence white. */
final class ColourKey implements Rasters.RowConverter {

    private static final byte WHITE = (byte) 255;

    private final int[] key;
    private final Rasters.RowConverter plain;

    /**
     * @param transparency the content of tRNS: 16 bits a sample
     * @param samples in a pixel
     * @param plain converts the other pixels
     */
    ColourKey(byte[] transparency, int samples, Rasters.RowConverter plain) {
        this.key = new int[samples];
        for (int i = 0; i < samples; i++) {
            key[i] = ByteBuffer.wrap(transparency).getShort(2 * i) & 0xffff;
        }
        this.plain = plain;
    }

    @Override
    public void toRgb(int[] row, int pixels, byte[] rgb, int at) {
        boolean[] clear = new boolean[pixels];
        for (int i = 0; i < pixels; i++) {
            clear[i] = Arrays.equals(row, i * key.length, (i + 1) * key.length, key, 0, key.length);
        }
        plain.toRgb(row, pixels, rgb, at);
        for (int i = 0; i < pixels; i++) {
            if (clear[i]) {
                Arrays.fill(rgb, at + 3 * i, at + 3 * i + 3, WHITE);
            }
        }
    }
}

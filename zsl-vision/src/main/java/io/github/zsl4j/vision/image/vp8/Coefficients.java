package io.github.zsl4j.vision.image.vp8;

import java.util.Arrays;

/** The coefficients of one macroblock: sixteen for each of 16 blocks of lightness and 4 of either colour. */
final class Coefficients {

    private static final int BLOCKS = 24;

    /** Nothing to add. */
    static final int NONE = 0;
    /** The first coefficient only: the same for all pixels. */
    static final int FLAT = 1;

    static final int FULL = 2;

    final short[] values = new short[16 * BLOCKS];
    private final byte[] kinds = new byte[BLOCKS];
    private boolean any;

    void clear() {
        Arrays.fill(values, (short) 0);
        Arrays.fill(kinds, (byte) NONE);
        any = false;
    }

    /**
     * Notes what a block holds, after it has been read.
     *
     * @param end the position after the last coefficient that was read
     */
    void note(int block, int end) {
        int kind = end > 1 ? FULL : values[16 * block] != 0 ? FLAT : NONE;
        kinds[block] = (byte) kind;
        any |= kind != NONE;
    }

    /** {@link #NONE}, {@link #FLAT} or {@link #FULL}. */
    int kind(int block) {
        return kinds[block];
    }

    /** Whether any block holds anything, be it zeros that were spelled out. */
    boolean any() {
        return any;
    }
}

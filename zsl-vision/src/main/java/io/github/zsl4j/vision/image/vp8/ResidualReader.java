package io.github.zsl4j.vision.image.vp8;

import java.util.Arrays;

/** Reads the coefficients of macroblocks (RFC 6386, section 13), one after the other, and keeps those of the last. */
final class ResidualReader {

    /** Blocks of lightness whose first coefficient comes from a second transform. */
    private static final int LUMA_AFTER_SECOND = 0;

    private static final int SECOND = 1;
    private static final int CHROMA = 2;
    private static final int LUMA = 3;

    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
    private static final int ROW = CoefficientTables.TOKENS;
    private static final int BAND = CoefficientTables.CONTEXTS * ROW;
    private static final int TYPE = CoefficientTables.BANDS * BAND;
    /** Where the probabilities for each position start; what follows the last position is never used. */
    private static final int[] BANDS = {
        0, BAND, 2 * BAND, 3 * BAND, 6 * BAND, 4 * BAND, 5 * BAND, 6 * BAND, 6 * BAND, 6 * BAND, 6 * BAND, 6 * BAND,
        6 * BAND, 6 * BAND, 6 * BAND, 7 * BAND, 0
    };
    /** The probabilities of the additional bits of large values, by category. */
    private static final int[][] ADDITIONAL = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };

    /** Flags a macroblock keeps for its neighbours: 4 of lightness, 2 and 2 of colour, 1 of the second transform. */
    private static final int FLAGS = 9;

    private static final int SECOND_FLAG = 8;

    private final FrameHeader header;
    private final int[] probabilities;
    private final int[][] factors = new int[Segmentation.SEGMENTS][];
    private final byte[] above;
    private final byte[] left = new byte[FLAGS];
    private final Coefficients coefficients = new Coefficients();
    private final short[] second = new short[16];

    private BoolDecoder in;
    private int[] factor;

    ResidualReader(FrameHeader header) {
        this.header = header;
        this.probabilities = header.probabilities();
        this.above = new byte[FLAGS * header.columns()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = header.quantizers().factors(header.segmentation(), i);
        }
    }

    void startRow(int row) {
        in = header.coefficients(row);
        Arrays.fill(left, (byte) 0);
    }

    /** What the last macroblock was read into. */
    Coefficients coefficients() {
        return coefficients;
    }

    /**
     * Reads a macroblock's coefficients, if it has any.
     *
     * @return whether there is anything to be added to the prediction
     */
    boolean read(Modes modes, int column) {
        coefficients.clear();
        int top = FLAGS * column;
        if (modes.skipped()) {
            skip(modes, top);
            return false;
        }
        factor = factors[modes.segment()];
        if (!modes.subblocks()) {
            readSecond(top);
        }
        readPlane(modes.subblocks() ? LUMA : LUMA_AFTER_SECOND, 0, 4, top);
        readPlane(CHROMA, 16, 2, top + 4);
        readPlane(CHROMA, 20, 2, top + 6);
        return coefficients.any();
    }

    private void skip(Modes modes, int top) {
        int flags = modes.subblocks() ? SECOND_FLAG : FLAGS;
        Arrays.fill(above, top, top + flags, (byte) 0);
        Arrays.fill(left, 0, flags, (byte) 0);
    }

    private void readSecond(int top) {
        Arrays.fill(second, (short) 0);
        int context = above[top + SECOND_FLAG] + left[SECOND_FLAG];
        byte flag = (byte) (readBlock(SECOND, context, second, 0) > 0 ? 1 : 0);
        above[top + SECOND_FLAG] = flag;
        left[SECOND_FLAG] = flag;
        Transforms.walshHadamard(second, coefficients.values);
    }

    /**
     * @param block the first block of the plane
     * @param size of the plane, in blocks
     * @param top where the plane's flags for the macroblock below start
     */
    private void readPlane(int type, int block, int size, int top) {
        int first = type == LUMA_AFTER_SECOND ? 1 : 0;
        int side = top % FLAGS;
        for (int i = 0; i < size * size; i++) {
            int x = top + i % size;
            int y = side + i / size;
            int end = readBlock(type, above[x] + left[y], coefficients.values, 16 * (block + i));
            byte flag = (byte) (end > first ? 1 : 0);
            above[x] = flag;
            left[y] = flag;
            coefficients.note(block + i, end);
        }
    }

    /**
     * Reads a block's tokens and multiplies the values.
     *
     * @param context how many of the blocks above and to the left have coefficients
     * @return the position after the last coefficient
     */
    private int readBlock(int type, int context, short[] values, int at) {
        int base = type * TYPE;
        int n = type == LUMA_AFTER_SECOND ? 1 : 0;
        int row = base + BANDS[n] + context * ROW;
        while (n < 16 && in.bit(probabilities[row]) != 0) {
            while (in.bit(probabilities[row + 1]) == 0) {
                n++;
                row = base + BANDS[n];
                if (n == 16) {
                    return 16;
                }
            }
            int magnitude = in.bit(probabilities[row + 2]) == 0 ? 1 : readLarge(row);
            values[at + ZIGZAG[n]] = (short) (in.signed(magnitude) * factor[2 * type + (n > 0 ? 1 : 0)]);
            n++;
            row = base + BANDS[n] + (magnitude == 1 ? ROW : 2 * ROW);
        }
        return n;
    }

    private int readLarge(int row) {
        if (in.bit(probabilities[row + 3]) == 0) {
            return in.bit(probabilities[row + 4]) == 0 ? 2 : 3 + in.bit(probabilities[row + 5]);
        }
        if (in.bit(probabilities[row + 6]) != 0) {
            return readCategory(row);
        }
        if (in.bit(probabilities[row + 7]) == 0) {
            return 5 + in.bit(159);
        }
        return 7 + 2 * in.bit(165) + in.bit(145);
    }

    private int readCategory(int row) {
        int high = in.bit(probabilities[row + 8]);
        int category = 2 * high + in.bit(probabilities[row + 9 + high]);
        int value = 0;
        for (int probability : ADDITIONAL[category]) {
            value = 2 * value + in.bit(probability);
        }
        return value + 3 + (8 << category);
    }
}

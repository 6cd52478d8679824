package io.github.zsl4j.vision.image.vp8;

import java.util.Arrays;

/**
 * How macroblocks are predicted (RFC 6386, section 11): reads one after the other and keeps what the last one read has.
 *
 * <p>The first four modes serve all sizes of blocks, the others only those of 4 x 4.
 */
final class Modes {

    static final int DC = 0;
    static final int TRUE_MOTION = 1;
    static final int VERTICAL = 2;
    static final int HORIZONTAL = 3;
    static final int LEFT_DOWN = 4;
    static final int RIGHT_DOWN = 5;
    static final int VERTICAL_RIGHT = 6;
    static final int VERTICAL_LEFT = 7;
    static final int HORIZONTAL_DOWN = 8;
    static final int HORIZONTAL_UP = 9;
    static final int SUBBLOCK_MODES = 10;

    private final FrameHeader header;
    private final BoolDecoder in;
    /** The modes at the lower edge of the row above, four for each macroblock, and at the right edge of the one before. */
    private final byte[] above;

    private final byte[] left = new byte[4];

    private int segment;
    private boolean skipped;
    private boolean subblocks;
    private int luma;
    private final byte[] subblock = new byte[16];
    private int chroma;

    Modes(FrameHeader header) {
        this.header = header;
        this.in = header.modes();
        this.above = new byte[4 * header.columns()];
    }

    void startRow() {
        Arrays.fill(left, (byte) DC);
    }

    void read(int column) {
        segment = header.segmentation().read(in);
        skipped = header.skips() && in.bit(header.skipProbability()) != 0;
        subblocks = in.bit(145) == 0;
        if (subblocks) {
            readSubblocks(4 * column);
        } else {
            luma = readLuma();
            Arrays.fill(above, 4 * column, 4 * column + 4, (byte) luma);
            Arrays.fill(left, (byte) luma);
        }
        chroma = readChroma();
    }

    private void readSubblocks(int top) {
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                byte mode = (byte) SubblockModeTable.read(in, above[top + x], left[y]);
                subblock[4 * y + x] = mode;
                above[top + x] = mode;
                left[y] = mode;
            }
        }
    }

    private int readLuma() {
        if (in.bit(156) == 0) {
            return in.bit(163) == 0 ? DC : VERTICAL;
        }
        return in.bit(128) == 0 ? HORIZONTAL : TRUE_MOTION;
    }

    private int readChroma() {
        if (in.bit(142) == 0) {
            return DC;
        }
        if (in.bit(114) == 0) {
            return VERTICAL;
        }
        return in.bit(183) == 0 ? HORIZONTAL : TRUE_MOTION;
    }

    int segment() {
        return segment;
    }

    /** Whether no coefficients follow. */
    boolean skipped() {
        return skipped;
    }

    /** Whether lightness is predicted in blocks of 4 x 4, each in a mode of its own. */
    boolean subblocks() {
        return subblocks;
    }

    int luma() {
        return luma;
    }

    /** @param index 0 to 15, row by row */
    int subblock(int index) {
        return subblock[index];
    }

    int chroma() {
        return chroma;
    }
}

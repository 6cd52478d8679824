package io.github.zsl4j.vision.image.vp8;

/** Which macroblocks' edges are filtered, and how strongly. */
final class EdgeMap {

    private static final int SUBBLOCKS = 1;
    private static final int INNER = 2;
    private static final int SEGMENT_SHIFT = 2;

    private final int columns;
    private final byte[] notes;
    /** By segment, and by whether prediction was in blocks of 4 x 4. */
    private final FilterStrength[] strengths = new FilterStrength[2 * Segmentation.SEGMENTS];

    EdgeMap(FrameHeader header) {
        columns = header.columns();
        notes = new byte[columns * header.rows()];
        for (int i = 0; i < strengths.length; i++) {
            strengths[i] = header.filter().strength(header.segmentation(), i / 2, i % 2 != 0);
        }
    }

    /** @param residual whether anything was added to the prediction */
    void note(int column, int row, Modes modes, boolean residual) {
        int subblocks = modes.subblocks() ? SUBBLOCKS : 0;
        int inner = residual || modes.subblocks() ? INNER : 0;
        notes[row * columns + column] = (byte) (modes.segment() << SEGMENT_SHIFT | inner | subblocks);
    }

    /** The strength for a macroblock's edges, or null if they stay as they are. */
    FilterStrength strength(int column, int row) {
        int note = notes[row * columns + column];
        return strengths[2 * (note >> SEGMENT_SHIFT) + (note & SUBBLOCKS)];
    }

    /** Whether the edges inside a macroblock are filtered too. */
    boolean inner(int column, int row) {
        return (notes[row * columns + column] & INNER) != 0;
    }
}

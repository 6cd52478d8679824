package io.github.zsl4j.vision.image.vp8;

/** How strongly the edges between blocks are smoothed (RFC 6386, 9.3, 9.6 and 15.2). */
final class FilterHeader {

    private static final int DELTAS = 4;
    private static final int STRONGEST = 63;

    private final boolean simple;
    private final int level;
    private final int sharpness;
    /** Added to every level, and to that of macroblocks predicted in blocks of 4 x 4. */
    private int intraDelta;

    private int subblockDelta;

    FilterHeader(BoolDecoder in) {
        simple = in.flag();
        level = in.number(6);
        sharpness = in.number(3);
        if (in.flag() && in.flag()) {
            intraDelta = firstDelta(in);
            subblockDelta = firstDelta(in);
        }
    }

    /** Of the deltas by reference frame and by mode, a key frame uses the first. */
    private static int firstDelta(BoolDecoder in) {
        int first = in.optionalSigned(6);
        for (int i = 1; i < DELTAS; i++) {
            in.optionalSigned(6);
        }
        return first;
    }

    /** Whether only lightness is filtered, and only the two pixels beside an edge. */
    boolean simple() {
        return simple;
    }

    /** Whether anything is filtered; level 0 switches all segments off, whatever they say. */
    boolean enabled() {
        return level > 0;
    }

    /** The strength for a segment's macroblocks, or null for none. */
    FilterStrength strength(Segmentation segmentation, int segment, boolean subblocks) {
        int sum = segmentation.filterLevel(segment, level) + intraDelta + (subblocks ? subblockDelta : 0);
        int strength = Math.max(0, Math.min(STRONGEST, sum));
        return strength == 0 ? null : FilterStrength.of(strength, sharpness);
    }
}

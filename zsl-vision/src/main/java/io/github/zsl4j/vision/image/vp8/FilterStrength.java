package io.github.zsl4j.vision.image.vp8;

/**
 * What counts as an edge made by coding and not by the picture.
 *
 * @param limit for four times the step across an edge plus that beside it, as half of what exceeds one
 * @param interior for the steps between neighbours on either side
 * @param variance the step beside an edge above which only the two pixels at the edge are changed
 */
record FilterStrength(int limit, int interior, int variance) {

    /** Edges between macroblocks are smoothed more. */
    private static final int MACROBLOCK_EDGE = 4;

    /**
     * @param level 1 to 63
     * @param sharpness 0 to 7
     */
    static FilterStrength of(int level, int sharpness) {
        int interior = level;
        if (sharpness > 0) {
            interior = Math.min(9 - sharpness, level >> (sharpness > 4 ? 2 : 1));
        }
        interior = Math.max(1, interior);
        int variance = level >= 40 ? 2 : level >= 15 ? 1 : 0;
        return new FilterStrength(2 * level + interior, interior, variance);
    }

    /** The largest step across an edge inside a macroblock that is smoothed. */
    int inner() {
        return 2 * limit + 1;
    }

    /** The largest step across an edge between macroblocks that is smoothed. */
    int outer() {
        return 2 * (limit + MACROBLOCK_EDGE) + 1;
    }
}

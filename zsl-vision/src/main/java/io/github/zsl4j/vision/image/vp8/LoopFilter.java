package io.github.zsl4j.vision.image.vp8;

/**
 * Smooths the edges between a plane's blocks (RFC 6386, section 15): for one macroblock after the other its left edge,
 * the vertical edges inside it, its upper edge and the horizontal edges inside it.
 */
final class LoopFilter {

    private static final int BLOCK = 4;

    private final FrameHeader header;
    private final EdgeMap map;
    private final Plane plane;
    private final int size;
    private final EdgeFilter filter;

    /** @param size of a macroblock in this plane: 16 or 8 */
    private LoopFilter(FrameHeader header, EdgeMap map, Plane plane, int size) {
        this.header = header;
        this.map = map;
        this.plane = plane;
        this.size = size;
        this.filter = new EdgeFilter(plane, size);
    }

    /** Changes the planes in place, as far as the frame's header says so. */
    static void apply(FrameHeader header, EdgeMap map, Planes planes) {
        if (!header.filter().enabled()) {
            return;
        }
        new LoopFilter(header, map, planes.luma(), 16).apply();
        if (!header.filter().simple()) {
            new LoopFilter(header, map, planes.blue(), 8).apply();
            new LoopFilter(header, map, planes.red(), 8).apply();
        }
    }

    private void apply() {
        for (int row = 0; row < header.rows(); row++) {
            for (int column = 0; column < header.columns(); column++) {
                FilterStrength strength = map.strength(column, row);
                if (strength != null) {
                    filter.use(strength);
                    boolean inner = map.inner(column, row);
                    int at = plane.at(size * column, size * row);
                    smooth(at, 1, column > 0, inner);
                    smooth(at, plane.stride, row > 0, inner);
                }
            }
        }
    }

    /** @param across from a sample to the next across the edges */
    private void smooth(int at, int across, boolean outer, boolean inner) {
        int along = across == 1 ? plane.stride : 1;
        boolean simple = header.filter().simple();
        if (outer && simple) {
            filter.simple(at, across, along, true);
        } else if (outer) {
            filter.outer(at, across, along);
        }
        for (int i = BLOCK; inner && i < size; i += BLOCK) {
            if (simple) {
                filter.simple(at + i * across, across, along, false);
            } else {
                filter.inner(at + i * across, across, along);
            }
        }
    }
}

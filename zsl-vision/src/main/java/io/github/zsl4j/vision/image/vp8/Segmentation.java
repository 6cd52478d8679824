package io.github.zsl4j.vision.image.vp8;

/** The up to four segments that macroblocks belong to, each with its quantiser and filter level (RFC 6386, 9.3). */
final class Segmentation {

    static final int SEGMENTS = 4;

    private final boolean enabled;
    private boolean mapped;
    private boolean absolute = true;
    private final int[] quantizers = new int[SEGMENTS];
    private final int[] filterLevels = new int[SEGMENTS];
    private final int[] tree = {255, 255, 255};

    Segmentation(BoolDecoder in) {
        enabled = in.flag();
        if (enabled) {
            mapped = in.flag();
            if (in.flag()) {
                readValues(in);
            }
            if (mapped) {
                readTree(in);
            }
        }
    }

    private void readValues(BoolDecoder in) {
        absolute = in.flag();
        for (int i = 0; i < SEGMENTS; i++) {
            quantizers[i] = in.optionalSigned(7);
        }
        for (int i = 0; i < SEGMENTS; i++) {
            filterLevels[i] = in.optionalSigned(6);
        }
    }

    private void readTree(BoolDecoder in) {
        for (int i = 0; i < tree.length; i++) {
            tree[i] = in.flag() ? in.number(8) : 255;
        }
    }

    /** The segment of the next macroblock. */
    int read(BoolDecoder in) {
        if (!mapped) {
            return 0;
        }
        return in.bit(tree[0]) == 0 ? in.bit(tree[1]) : 2 + in.bit(tree[2]);
    }

    int quantizer(int segment, int frameQuantizer) {
        return choose(quantizers[segment], frameQuantizer);
    }

    int filterLevel(int segment, int frameLevel) {
        return choose(filterLevels[segment], frameLevel);
    }

    private int choose(int own, int frame) {
        return !enabled ? frame : absolute ? own : frame + own;
    }
}

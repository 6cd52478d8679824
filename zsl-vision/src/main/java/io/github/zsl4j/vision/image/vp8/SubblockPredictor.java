package io.github.zsl4j.vision.image.vp8;

/**
 * Predicts blocks of 4 x 4 from the thirteen samples around them (RFC 6386, 12.3): the left ones from the bottom up, the
 * corner, and eight above, the last four of which lie to the right.
 */
final class SubblockPredictor {

    /** Where the corner stands in {@link #edge}; the first and the last sample are there twice. */
    private static final int CORNER = 5;

    private final byte[] samples;
    private final int stride;
    private final int[] edge = new int[15];

    SubblockPredictor(Plane plane) {
        this.samples = plane.samples;
        this.stride = plane.stride;
    }

    /**
     * @param at the block's first sample
     * @param right the first of the four samples above and to the right, as this block shall see them
     */
    void predict(int mode, int at, int right) {
        if (mode == Modes.TRUE_MOTION) {
            BlockPredictor.trueMotion(samples, at, stride, 4);
            return;
        }
        readEdge(at, right);
        switch (mode) {
            case Modes.VERTICAL -> vertical(at);
            case Modes.HORIZONTAL -> horizontal(at);
            case Modes.LEFT_DOWN -> leftDown(at);
            case Modes.RIGHT_DOWN -> rightDown(at);
            case Modes.VERTICAL_RIGHT -> verticalRight(at);
            case Modes.VERTICAL_LEFT -> verticalLeft(at);
            case Modes.HORIZONTAL_DOWN -> horizontalDown(at);
            case Modes.HORIZONTAL_UP -> horizontalUp(at);
            default -> mean(at);
        }
    }

    private void readEdge(int at, int right) {
        int above = at - stride;
        for (int i = 0; i < 4; i++) {
            edge[CORNER - 1 - i] = samples[at - 1 + i * stride] & 0xff;
            edge[CORNER + 1 + i] = samples[above + i] & 0xff;
            edge[CORNER + 5 + i] = samples[right + i] & 0xff;
        }
        edge[CORNER] = samples[above - 1] & 0xff;
        edge[0] = edge[1];
        edge[14] = edge[13];
    }

    private void mean(int at) {
        int sum = 4;
        for (int i = 1; i <= 4; i++) {
            sum += edge[CORNER - i] + edge[CORNER + i];
        }
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                put(at, x, y, sum >> 3);
            }
        }
    }

    private void vertical(int at) {
        for (int x = 0; x < 4; x++) {
            int value = smooth(CORNER + 1 + x);
            for (int y = 0; y < 4; y++) {
                put(at, x, y, value);
            }
        }
    }

    private void horizontal(int at) {
        for (int y = 0; y < 4; y++) {
            int value = smooth(CORNER - 1 - y);
            for (int x = 0; x < 4; x++) {
                put(at, x, y, value);
            }
        }
    }

    private void leftDown(int at) {
        for (int i = 0; i < 7; i++) {
            int value = smooth(CORNER + 2 + i);
            for (int y = Math.max(0, i - 3); y <= Math.min(3, i); y++) {
                put(at, i - y, y, value);
            }
        }
    }

    private void rightDown(int at) {
        for (int i = -3; i < 4; i++) {
            int value = smooth(CORNER + i);
            for (int y = Math.max(0, -i); y <= Math.min(3, 3 - i); y++) {
                put(at, i + y, y, value);
            }
        }
    }

    private void verticalRight(int at) {
        for (int x = 0; x < 4; x++) {
            int top = between(CORNER + x);
            int second = smooth(CORNER + x);
            put(at, x, 0, top);
            put(at, x, 1, second);
            if (x < 3) {
                put(at, x + 1, 2, top);
                put(at, x + 1, 3, second);
            }
        }
        put(at, 0, 2, smooth(CORNER - 1));
        put(at, 0, 3, smooth(CORNER - 2));
    }

    private void verticalLeft(int at) {
        for (int x = 0; x < 4; x++) {
            int top = between(CORNER + 1 + x);
            int second = smooth(CORNER + 2 + x);
            put(at, x, 0, top);
            put(at, x, 1, second);
            if (x > 0) {
                put(at, x - 1, 2, top);
                put(at, x - 1, 3, second);
            }
        }
        put(at, 3, 2, smooth(CORNER + 6));
        put(at, 3, 3, smooth(CORNER + 7));
    }

    private void horizontalDown(int at) {
        for (int y = 0; y < 4; y++) {
            int first = between(CORNER - 1 - y);
            int second = smooth(CORNER - y);
            put(at, 0, y, first);
            put(at, 1, y, second);
            if (y < 3) {
                put(at, 2, y + 1, first);
                put(at, 3, y + 1, second);
            }
        }
        put(at, 2, 0, smooth(CORNER + 1));
        put(at, 3, 0, smooth(CORNER + 2));
    }

    private void horizontalUp(int at) {
        int last = edge[1];
        for (int i = 0; i < 4; i++) {
            int first = i < 3 ? between(CORNER - 2 - i) : last;
            int second = i < 3 ? smooth(CORNER - 2 - i) : last;
            put(at, 0, i, first);
            put(at, 1, i, second);
            if (i > 0) {
                put(at, 2, i - 1, first);
                put(at, 3, i - 1, second);
            }
        }
        put(at, 2, 3, last);
        put(at, 3, 3, last);
    }

    /** The mean of an edge sample and the next. */
    private int between(int i) {
        return edge[i] + edge[i + 1] + 1 >> 1;
    }

    /** The mean of an edge sample, twice, and its two neighbours. */
    private int smooth(int i) {
        return edge[i - 1] + 2 * edge[i] + edge[i + 1] + 2 >> 2;
    }

    private void put(int at, int x, int y, int value) {
        samples[at + y * stride + x] = (byte) value;
    }
}

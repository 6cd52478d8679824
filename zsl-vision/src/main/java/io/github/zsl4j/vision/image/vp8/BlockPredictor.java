package io.github.zsl4j.vision.image.vp8;

import java.util.Arrays;

/** Predicts all of a macroblock's lightness, or one of its colours, from its neighbours (RFC 6386, 12.2 and 12.3). */
final class BlockPredictor {

    private static final int UNKNOWN = 128;

    private final byte[] samples;
    private final int stride;
    private final int size;

    /** @param size of a macroblock in this plane: 16 or 8 */
    BlockPredictor(Plane plane, int size) {
        this.samples = plane.samples;
        this.stride = plane.stride;
        this.size = size;
    }

    /**
     * @param at the macroblock's first sample
     * @param hasAbove whether it is not in the first row
     * @param hasLeft whether it is not the first in its row
     */
    void predict(int mode, int at, boolean hasAbove, boolean hasLeft) {
        switch (mode) {
            case Modes.TRUE_MOTION -> trueMotion(samples, at, stride, size);
            case Modes.VERTICAL -> vertical(at);
            case Modes.HORIZONTAL -> horizontal(at);
            default -> fill(at, mean(at, hasAbove, hasLeft));
        }
    }

    private int mean(int at, boolean hasAbove, boolean hasLeft) {
        if (!hasAbove && !hasLeft) {
            return UNKNOWN;
        }
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += hasAbove ? samples[at - stride + i] & 0xff : 0;
            sum += hasLeft ? samples[at - 1 + i * stride] & 0xff : 0;
        }
        int count = hasAbove && hasLeft ? 2 * size : size;
        return (sum + count / 2) / count;
    }

    private void fill(int at, int value) {
        for (int to = at; to < at + size * stride; to += stride) {
            Arrays.fill(samples, to, to + size, (byte) value);
        }
    }

    private void vertical(int at) {
        for (int to = at; to < at + size * stride; to += stride) {
            System.arraycopy(samples, at - stride, samples, to, size);
        }
    }

    private void horizontal(int at) {
        for (int to = at; to < at + size * stride; to += stride) {
            Arrays.fill(samples, to, to + size, samples[to - 1]);
        }
    }

    /** Continues the differences between neighbours: left + above - corner. */
    static void trueMotion(byte[] samples, int at, int stride, int size) {
        int above = at - stride;
        int corner = samples[above - 1] & 0xff;
        for (int to = at; to < at + size * stride; to += stride) {
            int step = (samples[to - 1] & 0xff) - corner;
            for (int x = 0; x < size; x++) {
                samples[to + x] = Plane.clip(step + (samples[above + x] & 0xff));
            }
        }
    }
}

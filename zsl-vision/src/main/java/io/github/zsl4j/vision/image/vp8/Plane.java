package io.github.zsl4j.vision.image.vp8;

import java.util.Arrays;

/**
 * The lightness or one of the colours of a frame, in whole macroblocks, with what prediction finds beyond the edges: 127
 * above, 129 to the left (RFC 6386, 12.2), and four samples to the right of the row above a macroblock.
 */
final class Plane {

    private static final int LEFT = 1;
    private static final int RIGHT = 4;
    private static final byte ABOVE_VALUE = 127;
    private static final byte LEFT_VALUE = (byte) 129;

    /** 0 to 255 each. */
    final byte[] samples;
    /** From a sample to the one below it. */
    final int stride;

    Plane(int width, int height) {
        stride = LEFT + width + RIGHT;
        samples = new byte[stride * (height + 1)];
        Arrays.fill(samples, 0, stride, ABOVE_VALUE);
        for (int y = 0; y < height; y++) {
            samples[at(-1, y)] = LEFT_VALUE;
        }
    }

    /** The index of a sample; -1 is beyond the edge. */
    int at(int x, int y) {
        return (y + 1) * stride + LEFT + x;
    }

    /** Continues a finished row to the right, where the blocks below look for its continuation. */
    void extend(int y) {
        int end = (y + 2) * stride - RIGHT;
        Arrays.fill(samples, end, end + RIGHT, samples[end - 1]);
    }

    static byte clip(int value) {
        return (byte) ((value & ~0xff) == 0 ? value : value < 0 ? 0 : 255);
    }
}

package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;

/** Colours that occurred lately, found again by a hash; without a size it remembers nothing. */
final class ColourCache {

    private static final int LARGEST = 11;
    private static final int MULTIPLIER = 0x1e35a7bd;

    private final int[] colours;
    private final int shift;

    private ColourCache(int bits) {
        colours = bits == 0 ? new int[0] : new int[1 << bits];
        shift = Integer.SIZE - bits;
    }

    static ColourCache read(BitReader in) throws IOException {
        if (!in.flag()) {
            return new ColourCache(0);
        }
        int bits = in.number(4);
        if (bits < 1 || bits > LARGEST) {
            throw new IOException("a colour cache of " + bits + " bits, not 1 to " + LARGEST);
        }
        return new ColourCache(bits);
    }

    int size() {
        return colours.length;
    }

    void add(int argb) {
        if (colours.length > 0) {
            colours[argb * MULTIPLIER >>> shift] = argb;
        }
    }

    int get(int index) {
        return colours[index];
    }
}

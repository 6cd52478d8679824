package io.github.zsl4j.vision.image.vp8l;

/** Squares that a picture is cut into, with sides of a power of two. */
final class Tiles {

    private Tiles() {}

    /** The power of a square's side: 2 to 9. */
    static int readBits(BitReader in) {
        return 2 + in.number(3);
    }

    /** How many squares it takes to cover so many pixels. */
    static int count(int pixels, int bits) {
        return pixels + (1 << bits) - 1 >> bits;
    }
}

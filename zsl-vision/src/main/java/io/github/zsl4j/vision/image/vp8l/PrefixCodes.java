package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;

/**
 * The codes that a part of a picture is written in.
 *
 * @param green of literal greens, lengths of repetitions, and places in the colour cache
 * @param red of literal reds
 * @param blue of literal blues
 * @param alpha of literal alphas
 * @param distance of the distances of repetitions
 */
record PrefixCodes(PrefixCode green, PrefixCode red, PrefixCode blue, PrefixCode alpha, PrefixCode distance) {

    static final int LITERALS = 256;
    static final int LENGTHS = 24;
    private static final int DISTANCES = 40;

    /** @param cacheSize how many colours the cache holds */
    static PrefixCodes read(BitReader in, int cacheSize) throws IOException {
        PrefixCodeReader codes = new PrefixCodeReader(in);
        PrefixCode green = codes.read(LITERALS + LENGTHS + cacheSize);
        PrefixCode red = codes.read(LITERALS);
        PrefixCode blue = codes.read(LITERALS);
        PrefixCode alpha = codes.read(LITERALS);
        return new PrefixCodes(green, red, blue, alpha, codes.read(DISTANCES));
    }
}

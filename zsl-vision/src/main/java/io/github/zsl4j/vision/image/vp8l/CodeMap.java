package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;

/** Which codes each part of a picture is written in; parts are squares. */
final class CodeMap {

    private final PrefixCodes[] codes;
    /** By square, row by row; null if there is but one set of codes. */
    private final int[] choices;

    private final int bits;
    private final int columns;

    private CodeMap(PrefixCodes[] codes, int[] choices, int bits, int columns) {
        this.codes = codes;
        this.choices = choices;
        this.bits = bits;
        this.columns = columns;
    }

    static CodeMap single(PrefixCodes codes) {
        return new CodeMap(new PrefixCodes[] {codes}, null, 0, 0);
    }

    static CodeMap read(BitReader in, int width, int height, int cacheSize) throws IOException {
        if (!in.flag()) {
            return single(PrefixCodes.read(in, cacheSize));
        }
        int bits = Tiles.readBits(in);
        int columns = Tiles.count(width, bits);
        int[] choices = ImageReader.read(in, columns, Tiles.count(height, bits));
        int largest = 0;
        for (int i = 0; i < choices.length; i++) {
            choices[i] = choices[i] >> 8 & 0xffff;
            largest = Math.max(largest, choices[i]);
        }
        PrefixCodes[] codes = new PrefixCodes[largest + 1];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = PrefixCodes.read(in, cacheSize);
        }
        return new CodeMap(codes, choices, bits, columns);
    }

    PrefixCodes at(int x, int y) {
        return codes[choices == null ? 0 : choices[(y >> bits) * columns + (x >> bits)]];
    }

    /** For how many pixels of a row the same codes hold, from {@code x} on. */
    int run(int x, int width) {
        return choices == null ? width - x : Math.min(width, (x >> bits) + 1 << bits) - x;
    }
}

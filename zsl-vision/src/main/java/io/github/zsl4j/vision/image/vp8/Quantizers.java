package io.github.zsl4j.vision.image.vp8;

/** The factors by which coefficients were divided (RFC 6386, 9.6 and 14.1). */
final class Quantizers {

    private static final int LAST = 127;
    /** The first coefficient of colour has no larger factor than that of this index. */
    private static final int LAST_CHROMA_DC = 117;

    private static final int[] DC = Numbers.of("""
            4 5 6 7 8 9 10 10 11 12 13 14 15 16 17 17 18 19 20 20 21 21 22 22 23 23
            24 25 25 26 27 28 29 30 31 32 33 34 35 36 37 37 38 39 40 41 42 43 44 45 46 46
            47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72
            73 74 75 76 76 77 78 79 80 81 82 83 84 85 86 87 88 89 91 93 95 96 98 100 101 102
            104 106 108 110 112 114 116 118 122 124 126 128 130 132 134 136 138 140 143 145 148 151 154 157
            """);

    private static final int[] AC = Numbers.of("""
            4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27
            28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51
            52 53 54 55 56 57 58 60 62 64 66 68 70 72 74 76 78 80 82 84 86 88 90 92
            94 96 98 100 102 104 106 108 110 112 114 116 119 122 125 128 131 134 137 140 143 146 149 152
            155 158 161 164 167 170 173 177 181 185 189 193 197 201 205 209 213 217 221 225 229 234 239 245
            249 254 259 264 269 274 279 284
            """);

    private final int frame;
    private final int lumaDc;
    private final int secondDc;
    private final int secondAc;
    private final int chromaDc;
    private final int chromaAc;

    Quantizers(BoolDecoder in) {
        frame = in.number(7);
        lumaDc = in.optionalSigned(4);
        secondDc = in.optionalSigned(4);
        secondAc = in.optionalSigned(4);
        chromaDc = in.optionalSigned(4);
        chromaAc = in.optionalSigned(4);
    }

    /**
     * The factors of one segment's macroblocks: for each type of block (as in {@link ResidualReader}) that of its first
     * coefficient and that of all others.
     */
    int[] factors(Segmentation segmentation, int segment) {
        int index = segmentation.quantizer(segment, frame);
        int dc = of(DC, index + lumaDc, LAST);
        int ac = of(AC, index, LAST);
        int dc2 = 2 * of(DC, index + secondDc, LAST);
        int ac2 = Math.max(8, of(AC, index + secondAc, LAST) * 155 / 100);
        int chroma0 = of(DC, index + chromaDc, LAST_CHROMA_DC);
        int chroma1 = of(AC, index + chromaAc, LAST);
        return new int[] {dc, ac, dc2, ac2, chroma0, chroma1, dc, ac};
    }

    private static int of(int[] table, int index, int last) {
        return table[Math.max(0, Math.min(last, index))];
    }
}

package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;
import java.util.Arrays;

/** Reads prefix codes, which are written as the lengths of their symbols' codes. */
final class PrefixCodeReader {

    /** In which order the lengths of the codes of lengths stand. */
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private static final int REPEAT_PREVIOUS = 16;
    private static final int REPEAT_ZERO = 17;
    private static final int USUAL_LENGTH = 8;

    private final BitReader in;

    PrefixCodeReader(BitReader in) {
        this.in = in;
    }

    /** @param size of the alphabet */
    PrefixCode read(int size) throws IOException {
        int[] lengths = in.flag() ? readSimple(size) : readLengths(size);
        in.check();
        return new PrefixCode(lengths);
    }

    /** One or two symbols; those that are not in the alphabet count for nothing. */
    private int[] readSimple(int size) {
        int[] lengths = new int[Math.max(size, 256)];
        boolean two = in.flag();
        lengths[in.number(in.flag() ? 8 : 1)] = 1;
        if (two) {
            lengths[in.number(8)] = 1;
        }
        return Arrays.copyOf(lengths, size);
    }

    private int[] readLengths(int size) throws IOException {
        PrefixCode code = readLengthCode();
        int tokens = in.flag() ? 2 + in.number(2 + 2 * in.number(3)) : size;
        checkSize(tokens, size);
        int[] lengths = new int[size];
        int previous = USUAL_LENGTH;
        int at = 0;
        for (int i = 0; i < tokens && at < size; i++) {
            int token = code.read(in);
            int end = at + (token < REPEAT_PREVIOUS ? 1 : repeat(token));
            checkSize(end, size);
            int length = token < REPEAT_PREVIOUS ? token : token == REPEAT_PREVIOUS ? previous : 0;
            Arrays.fill(lengths, at, end, length);
            previous = length != 0 ? length : previous;
            at = end;
        }
        return lengths;
    }

    /** The code in which the lengths are written. */
    private PrefixCode readLengthCode() throws IOException {
        int[] lengths = new int[ORDER.length];
        int count = 4 + in.number(4);
        for (int i = 0; i < count; i++) {
            lengths[ORDER[i]] = in.number(3);
        }
        in.check();
        return new PrefixCode(lengths);
    }

    private static void checkSize(int lengths, int size) throws IOException {
        if (lengths > size) {
            throw new IOException("a prefix code has more lengths than symbols");
        }
    }

    private int repeat(int token) {
        if (token == REPEAT_PREVIOUS) {
            return 3 + in.number(2);
        }
        return token == REPEAT_ZERO ? 3 + in.number(3) : 11 + in.number(7);
    }
}

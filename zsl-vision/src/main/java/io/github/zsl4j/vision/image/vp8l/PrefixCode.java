package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;

/** A canonical prefix code: symbols of known lengths, in order, have ascending codes. */
final class PrefixCode {

    static final int LONGEST = 15;

    /** Codes up to this length are looked up. */
    private static final int TABLE_BITS = 8;

    private static final int LENGTH_BITS = 4;
    private static final int LENGTH = (1 << LENGTH_BITS) - 1;

    /** By the next bits: symbol and length, or 0 where the code is longer. */
    private final char[] table;

    /** How many symbols have codes of each length. */
    private final int[] count;
    /** By length, then by value. */
    private final char[] symbols;

    /**
     * @param lengths of the codes of all symbols, 0 to 15; 0 for those that do not occur
     * @throws IOException if there is no such code
     */
    PrefixCode(int[] lengths) throws IOException {
        count = new int[LONGEST + 1];
        int longest = 0;
        for (int length : lengths) {
            count[length]++;
            longest = Math.max(longest, length);
        }
        symbols = sorted(lengths, lengths.length - count[0]);
        if (symbols.length == 1) {
            table = new char[] {(char) (symbols[0] << LENGTH_BITS)};
            return;
        }
        checkComplete();
        table = new char[1 << Math.min(TABLE_BITS, longest)];
        fillTable();
    }

    private char[] sorted(int[] lengths, int used) {
        int[] next = new int[LONGEST + 2];
        for (int length = 1; length <= LONGEST; length++) {
            next[length + 1] = next[length] + count[length];
        }
        char[] sorted = new char[used];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                sorted[next[lengths[symbol]]++] = (char) symbol;
            }
        }
        return sorted;
    }

    private void checkComplete() throws IOException {
        int open = 1;
        for (int length = 1; length <= LONGEST && open >= 0; length++) {
            open = 2 * open - count[length];
        }
        if (open != 0) {
            throw new IOException("a prefix code has " + (open < 0 ? "too many" : "too few") + " symbols");
        }
    }

    private void fillTable() {
        int code = 0;
        int symbol = 0;
        for (int length = 1; length <= TABLE_BITS && 1 << length <= table.length; length++) {
            for (int i = 0; i < count[length]; i++) {
                int first = Integer.reverse(code) >>> Integer.SIZE - length;
                for (int at = first; at < table.length; at += 1 << length) {
                    table[at] = (char) (symbols[symbol] << LENGTH_BITS | length);
                }
                symbol++;
                code++;
            }
            code <<= 1;
        }
    }

    /** The next symbol. */
    int read(BitReader in) {
        int bits = in.peek();
        int entry = table[bits & table.length - 1];
        if (entry == 0 && table.length > 1) {
            return readLong(in, bits);
        }
        in.skip(entry & LENGTH);
        return entry >> LENGTH_BITS;
    }

    private int readLong(BitReader in, int bits) {
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code |= bits >>> length - 1 & 1;
            if (code - first < count[length]) {
                in.skip(length);
                return symbols[index + code - first];
            }
            index += count[length];
            first = first + count[length] << 1;
            code <<= 1;
        }
        throw new IllegalStateException("an incomplete prefix code");
    }
}

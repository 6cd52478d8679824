package io.github.zsl4j.text.words;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Words from bytes that may not be UTF-8: damage becomes U+FFFD, exactly where Python puts it. */
final class Utf8 {

    private static final int SURROGATE_LEAD = 0xED;
    private static final int FIRST_SURROGATE_TRAIL = 0xA0;

    private static final int LONGEST_QUOTE = 40;

    /** Stands for a byte that is no UTF-8 wherever it appears. */
    private static final byte INVALID = (byte) 0xFF;

    private Utf8() {}

    /** Decodes a slice as {@code bytes.decode('utf8', errors='replace')} does. */
    static String decode(byte[] bytes, int from, int to) {
        byte[] copy = Arrays.copyOfRange(bytes, from, to);
        // Java makes one U+FFFD of an encoded surrogate, Python one of each byte.
        for (int i = 0; i + 1 < copy.length; i++) {
            int next = copy[i + 1] & 0xFF;
            if ((copy[i] & 0xFF) == SURROGATE_LEAD && next >= FIRST_SURROGATE_TRAIL && next < 0xC0) {
                copy[i] = INVALID;
            }
        }
        return new String(copy, StandardCharsets.UTF_8);
    }

    /** A piece of a file for a message of one line. */
    static String quote(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (visible.length() <= LONGEST_QUOTE ? visible : visible.substring(0, LONGEST_QUOTE) + "…") + "'";
    }
}

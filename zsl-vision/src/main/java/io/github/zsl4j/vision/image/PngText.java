package io.github.zsl4j.vision.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A text chunk of a PNG: plain (tEXt), compressed (zTXt) or international (iTXt). The value is unpacked when it is asked
 * for, and only up to {@link #LONGEST}.
 */
final class PngText {

    /** In bytes; longer compressed ones count as damaged, as they do for Pillow. */
    static final int LONGEST = 1 << 20;

    private final String type;
    private final byte[] data;
    private final int end;
    private final int keywordEnd;
    private final String keyword;

    /**
     * @param type of the chunk
     * @param from where the chunk's content starts in {@code data}
     */
    PngText(String type, byte[] data, int from, int end) {
        this.type = type;
        this.data = data;
        this.end = end;
        this.keywordEnd = zeroAfter(from);
        this.keyword = new String(data, from, keywordEnd - from, StandardCharsets.ISO_8859_1);
    }

    /** Where the next zero is, or the chunk's end. */
    private int zeroAfter(int from) {
        int at = Math.min(from, end);
        while (at < end && data[at] != 0) {
            at++;
        }
        return at;
    }

    String keyword() {
        return keyword;
    }

    boolean isPlain() {
        return type.equals("tEXt");
    }

    /** Empty if it is damaged or too long. */
    byte[] value() {
        int from = keywordEnd + 1;
        return switch (type) {
            case "tEXt" -> from < end ? Arrays.copyOfRange(data, from, end) : new byte[0];
            case "zTXt" -> inflate(from + 1);
            default -> international(from);
        };
    }

    /** Two bytes on compression, a language and a translated keyword, each with a zero after it, stand before the text. */
    private byte[] international(int from) {
        int text = zeroAfter(zeroAfter(from + 2) + 1) + 1;
        if (text >= end) {
            return new byte[0];
        }
        return data[from] == 0 ? Arrays.copyOfRange(data, text, end) : inflate(text);
    }

    private byte[] inflate(int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, Math.min(from, end), Math.max(0, end - from));
            byte[] value = new byte[LONGEST];
            int length = inflater.inflate(value);
            return inflater.finished() ? Arrays.copyOf(value, length) : new byte[0];
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    /**
     * The bytes that ImageMagick wrote as hexadecimal digits, after three lines that tell their kind and number; null if
     * they are damaged.
     */
    byte[] hexValue() {
        String[] lines = new String(value(), StandardCharsets.ISO_8859_1).split("\n", 4);
        String digits = lines.length < 4 ? "" : lines[3].replaceAll("\\s", "");
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package io.github.zsl4j.text.words;

import io.github.zsl4j.error.ModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Words of word2vec's binary format. Line feeds before a word are passed over: some programs write them, some do not. */
final class BinaryRecords extends VectorRecords {

    private static final int MAX_WORD_BYTES = 1 << 16;

    private final byte[] word = new byte[MAX_WORD_BYTES];
    private final byte[] floats;

    BinaryRecords(VectorBytes bytes, VectorHeader header, WordVectorOptions options) {
        super(bytes, header, options);
        this.floats = new byte[header.dimension() * Float.BYTES];
    }

    @Override
    String next(float[] vector) {
        while (position() < header.words()) {
            int first = firstByte();
            if (first < 0) {
                requireHeaderKept(false, "it ends after " + position() + " of " + header.words() + " words");
                return null;
            }
            advance();
            String text = word(first);
            if (!bytes.readFully(floats)) {
                throw broken("the file ends inside the vector of " + Utf8.quote(text));
            }
            if (accepts(text, vector)) {
                return text;
            }
        }
        requireHeaderKept(firstByte() < 0, "more follows the " + header.words() + " words that the header promises");
        return null;
    }

    private int firstByte() {
        int b = bytes.read();
        while (b == '\n') {
            b = bytes.read();
        }
        return b;
    }

    private String word(int first) {
        int length = 0;
        for (int b = first; b != ' '; b = bytes.read()) {
            if (b < 0 || length == MAX_WORD_BYTES) {
                throw broken("a word has no space behind it");
            }
            word[length++] = (byte) b;
        }
        return Utf8.decode(word, 0, length);
    }

    private boolean accepts(String text, float[] vector) {
        if (text.isEmpty()) {
            damaged(where(), "the word is missing");
            return false;
        }
        if (!wants(text)) {
            return false;
        }
        ByteBuffer.wrap(floats).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                damaged(where(), "a number of " + Utf8.quote(text) + " is " + value);
                return false;
            }
        }
        return true;
    }

    private String where() {
        return "word " + position();
    }

    /** Where the next word would start is unknown. */
    private ModelException broken(String what) {
        return new ModelException(bytes.name() + ", " + where() + ": " + what);
    }
}

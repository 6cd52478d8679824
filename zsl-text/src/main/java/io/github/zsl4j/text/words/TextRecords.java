package io.github.zsl4j.text.words;

/** Words of the text formats. Lines without anything are passed over. */
final class TextRecords extends VectorRecords {

    private final VectorLine line;
    private long lineNumber;

    TextRecords(VectorBytes bytes, VectorHeader header, WordVectorOptions options) {
        super(bytes, header, options);
        this.line = new VectorLine(header.dimension());
        this.lineNumber = header.words() < 0 ? 0 : 1;
    }

    @Override
    String next(float[] vector) {
        for (byte[] text = bytes.line(); text != null; text = bytes.line()) {
            lineNumber++;
            if (line.cut(text)) {
                advance();
                String word = word(vector);
                if (word != null) {
                    return word;
                }
            }
        }
        requireHeaderKept(
                header.words() < 0 || header.words() == position(),
                "the header promises " + header.words() + " words, but there are " + position());
        return null;
    }

    /** The line's word, or null if it is not wanted or the line is damaged. */
    private String word(float[] vector) {
        String wrong = line.wrongWord();
        String word = null;
        if (wrong == null) {
            word = line.word();
            if (!wants(word)) {
                return null;
            }
            wrong = line.numbers(vector);
        }
        if (wrong != null) {
            damaged("line " + lineNumber, wrong);
            return null;
        }
        return word;
    }
}

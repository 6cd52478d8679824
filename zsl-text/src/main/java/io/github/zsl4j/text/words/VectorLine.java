package io.github.zsl4j.text.words;

/** Cuts a line into a word, which may contain spaces, and the numbers behind it. Used again for every line. */
final class VectorLine {

    private final int[] starts;
    private final int[] ends;
    private byte[] line;
    private int wordEnd;

    VectorLine(int dimension) {
        this.starts = new int[dimension];
        this.ends = new int[dimension];
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    /** @return whether there is anything in the line */
    boolean cut(byte[] newLine) {
        line = newLine;
        int at = trimmed(line.length);
        boolean any = at > 0;
        for (int k = starts.length - 1; k >= 0; k--) {
            ends[k] = at;
            while (at > 0 && !isBlank(line[at - 1])) {
                at--;
            }
            starts[k] = at;
            at = trimmed(at);
        }
        wordEnd = at;
        return any;
    }

    private int trimmed(int end) {
        int trimmed = end;
        while (trimmed > 0 && isBlank(line[trimmed - 1])) {
            trimmed--;
        }
        return trimmed;
    }

    String word() {
        return Utf8.decode(line, 0, wordEnd);
    }

    /** What is wrong with the line's word, or null: it is missing, or ends in numbers that are too many. */
    String wrongWord() {
        if (wordEnd == 0) {
            return "a word and " + starts.length + " numbers are expected, but there are fewer fields";
        }
        int start = wordEnd;
        while (start > 0 && !isBlank(line[start - 1])) {
            start--;
        }
        boolean number = start > 0 && !Float.isNaN(Decimals.parse(line, start, wordEnd));
        return number ? "more than the expected " + starts.length + " numbers" : null;
    }

    /** Fills the vector; returns what is wrong with a number, or null. */
    String numbers(float[] vector) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] = Decimals.parse(line, starts[k], ends[k]);
            if (Float.isNaN(vector[k])) {
                return Utf8.quote(Utf8.decode(line, starts[k], ends[k])) + " is no finite number (a word and "
                        + starts.length + " numbers are expected)";
            }
        }
        return null;
    }
}

package io.github.zsl4j.text.words;

import java.util.List;

/** How a file holds word vectors. Each may be packed with gzip. */
public enum WordVectorFormat {
    /**
     * A line per word, {@code word x1 … xd}, without a header. A word may contain spaces, as some of the 840B file do: the
     * last d fields are the numbers.
     */
    GLOVE("-"),

    /** The header {@code n d}, then lines as in {@link #GLOVE}: word2vec's text format and fastText's {@code .vec}. */
    WORD2VEC_TEXT("_", "-"),

    /** The header {@code n d}, then per word its bytes, a space and d little-endian 32-bit floats. */
    WORD2VEC_BINARY("_");

    private final List<String> joiners;

    WordVectorFormat(String... joiners) {
        this.joiners = List.of(joiners);
    }

    /** What usually joins the parts of a phrase that is one word of such a file, as in {@code New_York}. */
    public List<String> joiners() {
        return joiners;
    }
}

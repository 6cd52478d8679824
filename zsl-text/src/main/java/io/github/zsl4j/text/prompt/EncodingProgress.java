package io.github.zsl4j.text.prompt;

/** Hears how far the encoding of many texts has come, in the thread that asked for it. */
@FunctionalInterface
public interface EncodingProgress {

    /** Hears nothing. */
    EncodingProgress NONE = (done, total) -> {};

    /**
     * Called after every chunk.
     *
     * @param done different texts encoded so far, at least 1
     * @param total different texts to encode
     */
    void encoded(int done, int total);
}

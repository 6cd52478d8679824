package io.github.zsl4j.text;

/**
 * How many texts run through the network at once. None of it changes a result beyond float rounding, and the number of
 * workers changes no bit.
 *
 * @param texts most texts in a batch, at least 1
 * @param tokens most tokens in a batch, padding included, at least 1; a longer text is a batch of its own
 * @param workers threads that compute batches side by side, the caller's own included, at least 1
 */
public record Batching(int texts, int tokens, int workers) {

    /** @throws IllegalArgumentException if a number is not positive */
    public Batching {
        if (texts < 1 || tokens < 1 || workers < 1) {
            throw new IllegalArgumentException("Batches need at least 1 text, 1 token and 1 worker, not " + texts + ", "
                    + tokens + " and " + workers);
        }
    }

    /** Batches of at most 16 texts and 256 tokens, computed by the caller alone: as fast as larger ones with one thread a
     * batch, and a short list already keeps several workers busy. */
    public static Batching defaults() {
        return new Batching(16, 256, 1);
    }

    public Batching withWorkers(int newWorkers) {
        return new Batching(texts, tokens, newWorkers);
    }
}

package io.github.zsl4j.embedding;

import java.util.List;

/**
 * Maps things (pictures, texts, …) to vectors of one space.
 *
 * <p>Implementations are thread-safe unless they say otherwise, give the same vector for the same item whatever else is
 * in the batch (to within float rounding), and hold native memory until closed.
 *
 * @param <T> what is encoded
 */
public interface Encoder<T> extends AutoCloseable {

    /** The space of every vector that this encoder returns. */
    EmbeddingSpace space();

    /**
     * @param items any number, none null
     * @return one row per item, in their order
     * @throws IllegalStateException if this encoder is closed
     */
    EmbeddingMatrix encodeAll(List<? extends T> items);

    /** @throws IllegalStateException if this encoder is closed */
    default Embedding encode(T item) {
        return encodeAll(List.of(item)).row(0);
    }

    /** Frees native memory; calls in progress finish first. Closing twice has no effect. */
    @Override
    void close();
}

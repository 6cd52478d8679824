package io.github.zsl4j.align;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;

/**
 * A map from one embedding space to another, learned beforehand: what lets vectors of two encoders be compared.
 * Implementations are immutable and thread-safe.
 */
public interface Alignment {

    /** The space of what is mapped. */
    EmbeddingSpace source();

    /** The space of the results. */
    EmbeddingSpace target();

    /**
     * @param vectors [n, d] of the source space
     * @return [n, e] of the target space, row by row
     * @throws IllegalArgumentException if the vectors are of another space
     */
    EmbeddingMatrix apply(EmbeddingMatrix vectors);

    /** @throws IllegalArgumentException if the vector is of another space */
    default Embedding apply(Embedding vector) {
        return apply(EmbeddingMatrix.wrap(vector.space(), vector.toArray())).row(0);
    }
}

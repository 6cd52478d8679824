package io.github.zsl4j.train.episode;

import io.github.zsl4j.embedding.EmbeddingMatrix;

/** Learns classes from a handful of pictures. Implementations are immutable and thread-safe. */
public interface FewShotLearner {

    /**
     * Learns.
     *
     * @param support features of labelled pictures [n, d]
     * @param labels their classes, numbered from 0 without a gap
     * @throws IllegalArgumentException if a class has no picture, the numbers differ, or the features are of another space
     *     than was trained with
     */
    FewShotClassifier adapt(EmbeddingMatrix support, int[] labels);
}

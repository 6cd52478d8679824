package io.github.zsl4j.train.episode;

import io.github.zsl4j.embedding.EmbeddingMatrix;

/** Knows the classes that a {@link FewShotLearner} was shown. Immutable and thread-safe. */
@FunctionalInterface
public interface FewShotClassifier {

    /**
     * How well each class fits each picture, higher is better.
     *
     * @param pictures features [n, d]
     * @return [n][c], classes in the order of their numbers
     */
    double[][] scores(EmbeddingMatrix pictures);
}

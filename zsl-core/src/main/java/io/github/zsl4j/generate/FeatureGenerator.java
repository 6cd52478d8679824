package io.github.zsl4j.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;

/**
 * Samples features that pictures of a class might have, from what is known of the class. Immutable and thread-safe; equal
 * arguments give equal samples.
 */
public interface FeatureGenerator {

    /** The space of classes' semantics. */
    EmbeddingSpace semanticSpace();

    /** The space of the samples. */
    EmbeddingSpace featureSpace();

    /**
     * Samples features. The samples of a class do not depend on which other classes are asked for, and a larger number of
     * samples begins with those of a smaller one.
     *
     * @param classes [c, a], semantics
     * @param perClass the number of samples of each class, at least 1
     * @param seed of the samples
     * @return [c perClass, d]: all of the first class, then all of the second, and so on
     * @throws IllegalArgumentException if the classes are of another space, or {@code perClass} is not positive
     */
    EmbeddingMatrix sample(EmbeddingMatrix classes, int perClass, long seed);

    /**
     * The same generator for semantics as they were before a map.
     *
     * @param map from other semantics to those that this generator takes
     * @throws IllegalArgumentException if the map leads elsewhere
     */
    FeatureGenerator after(Alignment map);
}

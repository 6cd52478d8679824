package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;

/**
 * What fitting a zero-shot method gives: it scores any classes, seen in training or not, for any pictures. Immutable and
 * thread-safe.
 *
 * <p>The scores of one picture are comparable with each other. Whether a class's score depends on which others are there to
 * choose from is up to the method: that of a {@link SemanticAlignment} does not; that of a classifier which is trained for
 * the candidates does.
 */
public interface ZeroShotScorer {

    /** The space of pictures' features. */
    EmbeddingSpace featureSpace();

    /** The space of classes' semantics. */
    EmbeddingSpace semanticSpace();

    /**
     * Gets ready to choose among classes: all that can be done before a picture is seen.
     *
     * @param classes [c, a], semantics; at least one
     * @throws IllegalArgumentException if they are of another space than was trained with
     */
    Candidates among(EmbeddingMatrix classes);

    /**
     * The scores of every picture and class.
     *
     * @param pictures [n, d], features
     * @param classes [c, a], semantics
     * @return [n][c], higher is better
     * @throws IllegalArgumentException if either is of another space than was trained with
     */
    default double[][] scores(EmbeddingMatrix pictures, EmbeddingMatrix classes) {
        return among(classes).scores(pictures);
    }

    /** Classes to choose from. Immutable and thread-safe. */
    @FunctionalInterface
    interface Candidates {

        /**
         * @param pictures [n, d], features
         * @return [n][c], higher is better; columns in the order of the classes
         * @throws IllegalArgumentException if they are of another space than was trained with
         */
        double[][] scores(EmbeddingMatrix pictures);
    }
}

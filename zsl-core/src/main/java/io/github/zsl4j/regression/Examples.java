package io.github.zsl4j.regression;

import io.github.zsl4j.embedding.EmbeddingMatrix;

/** Checks of what is learned from. */
final class Examples {

    private Examples() {}

    static void requireTolerance(double tolerance) {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("The tolerance must be between 0 and 1, not " + tolerance);
        }
    }

    static void requirePenalty(double penalty) {
        if (!(penalty > 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("The penalty must be above 0 and finite, not " + penalty
                    + "; without one there is no minimum if the classes can be told apart");
        }
    }

    static void require(EmbeddingMatrix features, int[] labels, int classes) {
        if (features.rows() != labels.length) {
            throw new IllegalArgumentException(features.rows() + " rows of features but " + labels.length + " labels");
        }
        if (classes < 2) {
            throw new IllegalArgumentException("At least two classes are needed, not " + classes);
        }
        requireAll(labels, classes);
    }

    private static void requireAll(int[] labels, int classes) {
        boolean[] present = new boolean[classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "Label " + i + " is " + labels[i] + "; the classes are 0 to " + (classes - 1));
            }
            present[labels[i]] = true;
        }
        for (int c = 0; c < classes; c++) {
            if (!present[c]) {
                throw new IllegalArgumentException("Class " + c + " has no example; number only classes that have");
            }
        }
    }
}

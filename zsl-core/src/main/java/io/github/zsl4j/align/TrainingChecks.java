package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.Arrays;

/** What training data must be. */
final class TrainingChecks {

    private TrainingChecks() {}

    /** The number of pictures of each class. */
    static int[] counts(EmbeddingMatrix features, int[] labels, EmbeddingMatrix semantics) {
        if (features.rows() != labels.length) {
            throw new IllegalArgumentException(features.rows() + " rows of features but " + labels.length + " labels");
        }
        int classes = semantics.rows();
        if (classes < 2) {
            throw new IllegalArgumentException("At least two classes are needed to learn from, not " + classes);
        }
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "Label " + i + " is " + labels[i] + "; the rows of the semantics are 0 to " + (classes - 1));
            }
            counts[labels[i]]++;
        }
        requirePictures(counts);
        return counts;
    }

    private static void requirePictures(int[] counts) {
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                throw new IllegalArgumentException(
                        "Class " + c + " has no picture; leave its semantics out of the training");
            }
        }
    }

    /** A constant tells nothing; most often it is a mistake in how the data was made. */
    static void requireDifferent(String what, EmbeddingMatrix vectors) {
        float[] first = vectors.row(0).toArray();
        float[] row = new float[first.length];
        for (int i = 1; i < vectors.rows(); i++) {
            vectors.copyRow(i, row, 0);
            if (!Arrays.equals(first, row)) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "All rows of the " + what + " are the same; nothing can be learned from them");
    }
}

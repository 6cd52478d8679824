package io.github.zsl4j.train.episode;

import io.github.zsl4j.embedding.EmbeddingMatrix;

/** What labelled pictures must be. */
final class SupportChecks {

    private SupportChecks() {}

    /** The number of pictures of each class. */
    static int[] counts(EmbeddingMatrix support, int[] labels) {
        if (labels.length == 0 || labels.length != support.rows()) {
            throw new IllegalArgumentException(
                    support.rows() + " pictures but " + labels.length + " labels; at least one of each is needed");
        }
        int[] counts = new int[1 + most(labels)];
        for (int label : labels) {
            counts[label]++;
        }
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                throw new IllegalArgumentException(
                        "Class " + c + " has no picture, but class " + (counts.length - 1) + " has");
            }
        }
        return counts;
    }

    private static int most(int[] labels) {
        int most = -1;
        for (int label : labels) {
            if (label < 0 || label >= labels.length) {
                throw new IllegalArgumentException("Classes are numbered from 0 without a gap; there is a " + label);
            }
            most = Math.max(most, label);
        }
        return most;
    }
}

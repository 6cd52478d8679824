package io.github.zsl4j.train.episode;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;

/**
 * Pictures of known classes.
 *
 * @param features [n, d]
 * @param labels [n]
 */
record LabelledFeatures(EmbeddingMatrix features, int[] labels) {

    /** @throws IllegalArgumentException if the numbers differ or a label is negative */
    LabelledFeatures {
        labels = labels.clone();
        if (labels.length != features.rows()) {
            throw new IllegalArgumentException(features.rows() + " rows of features but " + labels.length + " labels");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                throw new IllegalArgumentException("Label " + i + " is " + labels[i] + "; labels are at least 0");
            }
        }
    }

    /** Equal for equal data. */
    String digest() {
        float[] numbers = new float[labels.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = labels[i];
        }
        return EmbeddingSpace.ofParameters(features.space().toString(), labels.length, features.toArray(), numbers)
                .toString();
    }

    /** The features of some pictures [rows, d]. */
    float[] select(int[] rows) {
        int d = features.dimension();
        float[] values = new float[Math.multiplyExact(rows.length, d)];
        for (int i = 0; i < rows.length; i++) {
            features.copyRow(rows[i], values, i * d);
        }
        return values;
    }
}

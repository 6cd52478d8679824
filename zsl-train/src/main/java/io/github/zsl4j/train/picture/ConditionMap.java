package io.github.zsl4j.train.picture;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.LinearAlgebra.Eigen;
import io.github.zsl4j.linalg.Matrix;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Embeddings as a network takes them best: their principal components around the mean of the training conditions, each
 * scaled to a variance of 1 there. Embeddings of similar texts differ little, in few directions.
 *
 * @param mean [d]
 * @param weights [d, k]
 */
record ConditionMap(float[] mean, float[] weights) {

    /** Components with less than this part of the largest variance are noise. */
    private static final double NEGLIGIBLE = 1e-6;

    /**
     * @param most components to keep at most
     * @throws IllegalArgumentException if the conditions are all the same
     */
    static ConditionMap of(EmbeddingMatrix conditions, int most) {
        int n = conditions.rows();
        int d = conditions.dimension();
        double[] mean = conditions.mean();
        float[] centred = conditions.toArray();
        float[] middle = new float[d];
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= (float) mean[i % d];
            middle[i % d] = (float) mean[i % d];
        }
        LinearAlgebra algebra = LinearAlgebra.plain();
        Eigen eigen = algebra.eigen(algebra.gram(Matrix.of(n, d, centred)));
        int[] kept = IntStream.range(0, d)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.values()[i]))
                .limit(most)
                .mapToInt(i -> i)
                .toArray();
        return new ConditionMap(middle, weights(eigen, kept, n));
    }

    private static float[] weights(Eigen eigen, int[] sorted, int n) {
        double largest = eigen.values()[sorted[0]];
        int[] kept = IntStream.of(sorted)
                .filter(i -> eigen.values()[i] > Math.max(NEGLIGIBLE * largest, Float.MIN_NORMAL))
                .toArray();
        if (kept.length == 0) {
            throw new IllegalArgumentException("A generator needs conditions that differ; all " + n + " are the same");
        }
        int d = eigen.values().length;
        float[] weights = new float[d * kept.length];
        for (int i = 0; i < weights.length; i++) {
            int component = kept[i % kept.length];
            weights[i] = (float)
                    (eigen.vectors().get(i / kept.length, component) / Math.sqrt(eigen.values()[component] / n));
        }
        return weights;
    }

    /** k: how many components there are. */
    int dimension() {
        return weights.length / mean.length;
    }

    /** @return [n, k] */
    float[] apply(EmbeddingMatrix conditions) {
        int d = mean.length;
        int k = dimension();
        float[] values = conditions.toArray();
        float[] mapped = new float[conditions.rows() * k];
        for (int i = 0; i < values.length; i++) {
            float centred = values[i] - mean[i % d];
            for (int j = 0; j < k; j++) {
                mapped[i / d * k + j] += centred * weights[i % d * k + j];
            }
        }
        return mapped;
    }
}

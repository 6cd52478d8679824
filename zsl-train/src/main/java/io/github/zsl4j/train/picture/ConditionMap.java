package io.github.zsl4j.train.picture;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.LinearAlgebra.Eigen;
import io.github.zsl4j.linalg.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Embeddings as a network takes them best: their principal components around the mean of the training conditions, each
 * scaled to a variance of 1 there. Embeddings of similar texts differ little, in few directions.
 *
 * <p>The fewest components are kept that hold 95 % of the variance. Scaled up, those beyond tell the training conditions
 * apart without saying what they have in common, and a network that learns by them errs where it meets a new one.
 *
 * @param mean [d]
 * @param weights [d, k]
 */
record ConditionMap(float[] mean, float[] weights) {

    /** Components with less than this part of the largest variance are noise. */
    private static final double NEGLIGIBLE = 1e-6;

    /** The part of the variance that is kept. */
    private static final double KEPT = 0.95;

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
        int[] sorted = IntStream.range(0, d)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.values()[i]))
                .mapToInt(i -> i)
                .toArray();
        return new ConditionMap(
                middle, weights(eigen, Arrays.copyOf(sorted, Math.min(most, enough(eigen, sorted))), n));
    }

    /** How many of the largest eigenvalues make up enough of all. */
    private static int enough(Eigen eigen, int[] sorted) {
        double wanted =
                KEPT * IntStream.of(sorted).mapToDouble(i -> eigen.values()[i]).sum();
        double sum = 0;
        int count = 0;
        while (count < sorted.length && (count == 0 || sum < wanted)) {
            sum += eigen.values()[sorted[count]];
            count++;
        }
        return count;
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

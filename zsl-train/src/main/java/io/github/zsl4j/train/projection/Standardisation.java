package io.github.zsl4j.train.projection;

import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Arrays;

/** Scalings of the vectors between layers. */
final class Standardisation {

    /** Added to variances. */
    static final double EPSILON = 1e-5;

    private Standardisation() {}

    /** The map (h - mean) / sqrt(variance + epsilon), with the mean and variance of these vectors. */
    static ScalingAlignment of(EmbeddingMatrix vectors) {
        int d = vectors.dimension();
        float[] values = vectors.toArray();
        float[] centre = new float[d];
        float[] factors = new float[d];
        for (int j = 0; j < d; j++) {
            double mean = mean(values, j, d, 0, 1);
            centre[j] = (float) mean;
            factors[j] = (float) (1 / Math.sqrt(mean(values, j, d, mean, 2) + EPSILON));
        }
        return of(vectors.space(), "standardised ", centre, factors);
    }

    /** The mean of (value - origin)^power over column j. */
    private static double mean(float[] values, int j, int d, double origin, int power) {
        double sum = 0;
        for (int i = j; i < values.length; i += d) {
            sum += Math.pow(values[i] - origin, power);
        }
        return sum / (values.length / d);
    }

    /** The map factor h. */
    static ScalingAlignment scale(EmbeddingSpace space, double factor) {
        float[] factors = new float[space.dimension()];
        Arrays.fill(factors, (float) factor);
        return of(space, "scaled ", new float[factors.length], factors);
    }

    private static ScalingAlignment of(EmbeddingSpace space, String name, float[] centre, float[] factors) {
        EmbeddingSpace target = EmbeddingSpace.ofParameters(name + space.name(), factors.length, centre, factors);
        return ScalingAlignment.of(space, target, centre, factors);
    }
}

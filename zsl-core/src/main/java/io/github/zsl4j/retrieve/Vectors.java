package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;

/** Arithmetic on single vectors, in double precision. */
final class Vectors {

    private Vectors() {}

    /** The vector with length 1; zeros for the zero vector. */
    static double[] unit(Embedding vector) {
        double norm = vector.norm();
        double[] unit = new double[vector.space().dimension()];
        for (int x = 0; x < unit.length && norm > 0; x++) {
            unit[x] = vector.get(x) / norm;
        }
        return unit;
    }

    /** Adds {@code factor} times a vector. */
    static void add(double[] sum, double factor, double[] vector) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += factor * vector[x];
        }
    }

    static double dot(double[] a, Embedding b) {
        double sum = 0;
        for (int x = 0; x < a.length; x++) {
            sum += a[x] * b.get(x);
        }
        return sum;
    }

    static double norm(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    static Embedding toEmbedding(EmbeddingSpace space, double[] vector) {
        float[] values = new float[vector.length];
        for (int x = 0; x < values.length; x++) {
            values[x] = (float) vector[x];
        }
        return Embedding.of(space, values);
    }
}

package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.linalg.Matrix;
import java.util.Objects;

/**
 * How alike two vectors are, by a positive definite function.
 *
 * @param kind the function
 * @param width how far likeness reaches, above 0
 */
public record Kernel(Kind kind, double width) {

    /** The functions. */
    public enum Kind {
        /** exp((cos(a, b) - 1) / width), the Gaussian on the unit sphere with width = 2 sigma^2 / 2. */
        COSINE,
        /** exp(-|a - b|^2 / (2 width^2)). */
        GAUSSIAN
    }

    /** @throws IllegalArgumentException if the width is not above 0 and finite */
    public Kernel {
        Objects.requireNonNull(kind, "kind");
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("The width of a kernel is above 0 and finite, not " + width);
        }
    }

    /**
     * The likeness of every vector to every other one.
     *
     * @param a [n, d]
     * @param b [m, d] of the same space
     * @return [n, m], values in [0, 1]
     * @throws IllegalArgumentException if the spaces differ
     */
    public Matrix between(EmbeddingMatrix a, EmbeddingMatrix b) {
        a.space().requireSame(b.space());
        float[] values = b.toArray();
        double[] alike = new double[Math.multiplyExact(a.rows(), b.rows())];
        for (int i = 0; i < a.rows(); i++) {
            double[] row = Numbers.toDoubles(a.row(i).toArray());
            for (int j = 0; j < b.rows(); j++) {
                alike[i * b.rows() + j] = of(row, values, j * row.length);
            }
        }
        return Matrix.wrap(a.rows(), b.rows(), alike);
    }

    /** The likeness of the vectors that begin at {@code offset} in {@code b} and at 0 in {@code a}, in [0, 1]. */
    double of(double[] a, float[] b, int offset) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        double distance = 0;
        for (int j = 0; j < a.length; j++) {
            double y = b[offset + j];
            dot += a[j] * y;
            aa += a[j] * a[j];
            bb += y * y;
            distance += (a[j] - y) * (a[j] - y);
        }
        if (kind == Kind.GAUSSIAN) {
            return Math.exp(-distance / (2 * width * width));
        }
        double cosine = aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
        return Math.exp((cosine - 1) / width);
    }
}

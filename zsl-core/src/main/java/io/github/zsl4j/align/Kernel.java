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
        /** exp((cos(a, b) - 1) / width), the Gaussian on the unit sphere with width = sigma^2. */
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
        return between(a, new InnerProducts(b));
    }

    /** As {@link #between(EmbeddingMatrix, EmbeddingMatrix)}, with what can be done to {@code b} beforehand done. */
    Matrix between(EmbeddingMatrix a, InnerProducts b) {
        double[] alike = b.with(a);
        double[] aa = InnerProducts.squares(a);
        double[] bb = b.squares();
        for (int i = 0; i < aa.length; i++) {
            for (int j = 0; j < bb.length; j++) {
                alike[i * bb.length + j] = of(alike[i * bb.length + j], aa[i], bb[j]);
            }
        }
        return Matrix.wrap(aa.length, bb.length, alike);
    }

    /** From the product of two vectors and their squared lengths. */
    private double of(double ab, double aa, double bb) {
        if (kind == Kind.GAUSSIAN) {
            return Math.exp(-Math.max(0, aa + bb - 2 * ab) / (2 * width * width));
        }
        double cosine = aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
        return Math.exp((Math.min(1, cosine) - 1) / width);
    }
}

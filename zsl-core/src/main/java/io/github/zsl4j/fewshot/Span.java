package io.github.zsl4j.fewshot;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Examples by their coordinates in the space that they span, which has at most as many dimensions as there are examples. A
 * penalised linear classifier lies in it (the representer theorem), and is found much faster there.
 *
 * @param examples with r coordinates each
 * @param basis orthonormal [d, r]
 */
record Span(SupportSet examples, Matrix basis) {

    /** Directions with less than this part of the largest eigenvalue are rounding errors of floats. */
    private static final double NEGLIGIBLE = 1e-12;

    /** The support set's span, or the whole space if there are more examples than dimensions. */
    static Span of(SupportSet support) {
        EmbeddingMatrix vectors = support.vectors();
        int n = vectors.rows();
        int d = vectors.dimension();
        if (n >= d) {
            return new Span(support, Matrix.wrap(d, d, new double[d * d]).plusDiagonal(1));
        }
        LinearAlgebra algebra = LinearAlgebra.backend();
        Matrix x = Matrix.of(n, d, vectors.toArray());
        Matrix basis = algebra.multiply(x.transpose(), scaled(algebra.eigen(algebra.gram(x.transpose()))));
        EmbeddingSpace space = EmbeddingSpace.of("span of " + vectors.space().name(), basis.columns());
        EmbeddingMatrix coordinates =
                EmbeddingMatrix.wrap(space, algebra.multiply(x, basis).toFloats());
        return new Span(SupportSet.of(support.labels(), coordinates), basis);
    }

    /** Eigenvectors over the roots of their eigenvalues, without those of value 0. */
    private static Matrix scaled(LinearAlgebra.Eigen eigen) {
        double[] values = eigen.values();
        double least = NEGLIGIBLE * Arrays.stream(values).max().orElse(0);
        int[] kept =
                IntStream.range(0, values.length).filter(k -> values[k] > least).toArray();
        double[] scaled = new double[values.length * kept.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                scaled[i * kept.length + j] = eigen.vectors().get(i, kept[j]) / Math.sqrt(values[kept[j]]);
            }
        }
        return Matrix.wrap(values.length, kept.length, scaled);
    }

    /** A map of coordinates as a map of embeddings. */
    LinearAlignment lift(LinearAlignment map, EmbeddingSpace source) {
        int r = basis.columns();
        int c = map.target().dimension();
        Matrix inner = Matrix.of(r, c, map.weights());
        float[] centre = map.centre();
        float[] bias = map.bias();
        for (int j = 0; j < c; j++) {
            double shift = 0;
            for (int k = 0; k < r; k++) {
                shift += centre[k] * inner.get(k, j);
            }
            bias[j] -= (float) shift;
        }
        float[] weights = LinearAlgebra.backend().multiply(basis, inner).toFloats();
        return LinearAlignment.of(source, map.target(), weights).withBias(bias);
    }
}

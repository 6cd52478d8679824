package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.stream.IntStream;

/**
 * The inner products of many vectors with a fixed set of others, in double precision, on all cores. Each is summed in the
 * order of the components, so it does not depend on what else is computed. Immutable and thread-safe.
 */
final class InnerProducts {

    /** Vectors that share one pass over the fixed set. */
    private static final int TOGETHER = 4;

    private final int d;
    private final int m;

    /** The fixed set as columns [d, m]: the JIT compiler vectorises a loop over neighbouring vectors. */
    private final float[] columns;

    private final double[] squares;

    InnerProducts(EmbeddingMatrix fixed) {
        d = fixed.dimension();
        m = fixed.rows();
        columns = new float[Math.multiplyExact(d, m)];
        float[] row = new float[d];
        for (int j = 0; j < m; j++) {
            fixed.copyRow(j, row, 0);
            for (int x = 0; x < d; x++) {
                columns[x * m + j] = row[x];
            }
        }
        squares = squares(fixed);
    }

    /** The squared length of each of the fixed vectors, [m]; not to be written to. */
    double[] squares() {
        return squares;
    }

    static double[] squares(EmbeddingMatrix vectors) {
        double[] squares = new double[vectors.rows()];
        float[] row = new float[vectors.dimension()];
        for (int i = 0; i < squares.length; i++) {
            vectors.copyRow(i, row, 0);
            for (float value : row) {
                squares[i] += (double) value * value;
            }
        }
        return squares;
    }

    /** @return row-major [n, m] */
    double[] with(EmbeddingMatrix vectors) {
        int n = vectors.rows();
        double[] products = new double[Math.multiplyExact(n, m)];
        IntStream.range(0, (n + TOGETHER - 1) / TOGETHER)
                .parallel()
                .forEach(block -> add(vectors, block * TOGETHER, Math.min(n, (block + 1) * TOGETHER), products));
        return products;
    }

    private void add(EmbeddingMatrix vectors, int from, int to, double[] products) {
        float[] rows = new float[(to - from) * d];
        for (int i = from; i < to; i++) {
            vectors.copyRow(i, rows, (i - from) * d);
        }
        for (int x = 0; x < d; x++) {
            for (int i = from; i < to; i++) {
                addScaled(rows[(i - from) * d + x], x * m, products, i * m);
            }
        }
    }

    private void addScaled(double factor, int column, double[] products, int row) {
        for (int j = 0; j < m; j++) {
            products[row + j] += factor * columns[column + j];
        }
    }
}

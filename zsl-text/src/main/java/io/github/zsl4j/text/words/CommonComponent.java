package io.github.zsl4j.text.words;

import java.util.Arrays;

/** The direction that a set of vectors has most in common: the first right singular vector, without centring. */
final class CommonComponent {

    /** The Gram matrix is raised to 2^20: a second singular value of 0.99999 times the first leaves an error of 1e-9. */
    private static final int SQUARINGS = 20;

    private final double[] direction;

    private CommonComponent(double[] direction) {
        this.direction = direction;
    }

    /**
     * By power iteration, with the power found by squaring, O(n d² + d³).
     *
     * @param vectors [n][d], not all zero
     */
    static CommonComponent of(double[][] vectors) {
        double[][] power = scaled(gram(vectors));
        for (int i = 0; i < SQUARINGS; i++) {
            power = scaled(gram(power)); // the matrix is symmetric: its Gram matrix is its square
        }
        return new CommonComponent(longest(power));
    }

    /** VᵀV. */
    private static double[][] gram(double[][] vectors) {
        int d = vectors[0].length;
        double[][] gram = new double[d][d];
        for (double[] v : vectors) {
            for (int i = 0; i < d; i++) {
                double factor = v[i];
                for (int j = 0; j < d; j++) {
                    gram[i][j] += factor * v[j];
                }
            }
        }
        return gram;
    }

    /** Divided by the trace, which keeps powers within range. */
    private static double[][] scaled(double[][] matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.length; i++) {
            trace += matrix[i][i];
        }
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= trace;
            }
        }
        return matrix;
    }

    /** A high power is nearly of rank 1: every row has the direction, and the longest has it best. */
    private static double[] longest(double[][] rows) {
        double[] best = rows[0];
        for (double[] row : rows) {
            best = dot(row, row) > dot(best, best) ? row : best;
        }
        double norm = Math.sqrt(dot(best, best));
        return Arrays.stream(best).map(x -> x / norm).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** v - u uᵀ v, in place. */
    void removeFrom(double[] v) {
        double along = dot(direction, v);
        for (int i = 0; i < v.length; i++) {
            v[i] -= along * direction[i];
        }
    }

    String identity() {
        return Integer.toHexString(Arrays.hashCode(direction));
    }
}

package io.github.zsl4j.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** Matrices for tests, and the plain ways to do what the library does fast. */
final class Matrices {

    private Matrices() {}

    static Matrix random(long seed, int rows, int columns) {
        return Matrix.wrap(
                rows,
                columns,
                new Random(seed).doubles((long) rows * columns, -1, 1).toArray());
    }

    static Matrix identity(int size) {
        return Matrix.wrap(size, size, new double[size * size]).plusDiagonal(1);
    }

    static Matrix product(Matrix a, Matrix b) {
        double[] values = new double[a.rows() * b.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                for (int k = 0; k < a.columns(); k++) {
                    values[i * b.columns() + j] += a.get(i, k) * b.get(k, j);
                }
            }
        }
        return Matrix.wrap(a.rows(), b.columns(), values);
    }

    /** aᵀa / rows + ridge: symmetric, with eigenvalues of at least {@code ridge}. */
    static Matrix positive(long seed, int size, double ridge) {
        Matrix a = random(seed, size + 3, size);
        return product(a.transpose(), a).times(1.0 / size).plusDiagonal(ridge);
    }

    static void assertClose(Matrix actual, Matrix expected, double tolerance) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.columns()).isEqualTo(expected.columns());
        double largest = 0;
        for (int i = 0; i < expected.values().length; i++) {
            largest = Math.max(largest, Math.abs(actual.values()[i] - expected.values()[i]));
        }
        assertThat(largest).isLessThanOrEqualTo(tolerance);
    }
}

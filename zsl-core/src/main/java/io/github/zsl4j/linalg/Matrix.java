package io.github.zsl4j.linalg;

import java.util.function.IntToDoubleFunction;

/**
 * A dense matrix of doubles, row-major. Immutable as long as nobody writes to an array that was given to {@link #wrap};
 * then thread-safe.
 */
public final class Matrix {

    /** Rows and columns of what is mirrored at a time. */
    private static final int TILE = 64;

    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(values.length + " values are no matrix of " + rows + " x " + columns);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * A matrix on the given array, which is not copied: the caller gives it away and must not touch it again.
     *
     * @param values row-major [rows, columns]
     * @throws IllegalArgumentException if the number of values is another
     */
    public static Matrix wrap(int rows, int columns, double[] values) {
        return new Matrix(rows, columns, values);
    }

    /**
     * A symmetric matrix of which only the upper triangle is known.
     *
     * @param values [d, d], row-major; given away, and what is below the diagonal is overwritten
     */
    public static Matrix ofUpperTriangle(int d, double[] values) {
        for (int top = 0; top < d; top += TILE) {
            for (int left = 0; left <= top; left += TILE) {
                mirror(values, d, top, left);
            }
        }
        return wrap(d, d, values);
    }

    /** Fills a tile below the diagonal; both tiles stay in the cache. */
    private static void mirror(double[] values, int d, int top, int left) {
        for (int i = top; i < Math.min(top + TILE, d); i++) {
            for (int j = left; j < Math.min(left + TILE, i); j++) {
                values[i * d + j] = values[j * d + i];
            }
        }
    }

    /** @throws IllegalArgumentException if the number of values is not rows * columns */
    public static Matrix of(int rows, int columns, float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return new Matrix(rows, columns, copy);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double get(int row, int column) {
        return values[row * columns + column];
    }

    /** The array itself, row-major, for arithmetic; it must not be written to. */
    public double[] values() {
        return values;
    }

    /** The values rounded to floats, row-major. */
    public float[] toFloats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** A matrix with rows and columns exchanged. */
    public Matrix transpose() {
        double[] turned = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = values[i * columns + j];
            }
        }
        return new Matrix(columns, rows, turned);
    }

    /** This plus {@code value} times the identity. */
    public Matrix plusDiagonal(double value) {
        requireSquare();
        double[] sum = values.clone();
        for (int i = 0; i < rows; i++) {
            sum[i * columns + i] += value;
        }
        return new Matrix(rows, columns, sum);
    }

    /** @throws IllegalArgumentException if {@code other} has another shape */
    public Matrix plus(Matrix other) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException("Cannot add " + other + " to " + this);
        }
        double[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i];
        }
        return new Matrix(rows, columns, sum);
    }

    /** This times {@code factor}. */
    public Matrix times(double factor) {
        return scaleRows(i -> factor);
    }

    /** Every row multiplied with a number of its own: diag(factors) times this. */
    public Matrix scaleRows(IntToDoubleFunction factors) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < rows; i++) {
            double factor = factors.applyAsDouble(i);
            for (int j = 0; j < columns; j++) {
                scaled[i * columns + j] = values[i * columns + j] * factor;
            }
        }
        return new Matrix(rows, columns, scaled);
    }

    /** The mean of each column [columns]. */
    public double[] columnMeans() {
        double[] means = new double[columns];
        for (int i = 0; i < values.length; i++) {
            means[i % columns] += values[i];
        }
        for (int j = 0; j < columns; j++) {
            means[j] /= rows;
        }
        return means;
    }

    /** @throws IllegalArgumentException if there are not as many rows as columns */
    void requireSquare() {
        if (rows != columns) {
            throw new IllegalArgumentException("A square matrix is needed, not " + this);
        }
    }

    @Override
    public String toString() {
        return "a matrix of " + rows + " x " + columns;
    }
}

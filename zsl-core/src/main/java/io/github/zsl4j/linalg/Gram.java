package io.github.zsl4j.linalg;

import java.util.stream.IntStream;

/**
 * aᵀa in blocks, on all cores. A block of the result stays in a core's cache while all rows pass by, eight at a time, and
 * the loop over neighbouring columns is one that the JIT compiler vectorises. Each value is summed in the order of the
 * rows, so the result does not depend on the number of cores.
 */
final class Gram {

    /** Rows and columns of a block: 64 x 256 doubles are 128 kB. */
    private static final int HEIGHT = 64;

    private static final int WIDTH = 256;
    private static final int ROWS = 8;

    private final double[] a;
    private final int n;
    private final int d;
    private final double[] gram;

    private Gram(Matrix matrix) {
        a = matrix.values();
        n = matrix.rows();
        d = matrix.columns();
        gram = new double[Math.multiplyExact(d, d)];
    }

    static Matrix of(Matrix matrix) {
        Gram gram = new Gram(matrix);
        int d = gram.d;
        int down = (d + HEIGHT - 1) / HEIGHT;
        int across = (d + WIDTH - 1) / WIDTH;
        IntStream.range(0, down * across)
                .parallel()
                .forEach(block -> gram.sum(block / across * HEIGHT, block % across * WIDTH));
        return Matrix.ofUpperTriangle(d, gram.gram);
    }

    /** The block that begins at row i and column j of the result, unless it is below the diagonal. */
    private void sum(int i, int j) {
        int bottom = Math.min(i + HEIGHT, d);
        int right = Math.min(j + WIDTH, d);
        if (right <= i) {
            return;
        }
        int row = 0;
        for (; row + ROWS <= n; row += ROWS) {
            for (int x = i; x < bottom; x++) {
                addEight(row * d, x, j, right);
            }
        }
        for (; row < n; row++) {
            for (int x = i; x < bottom; x++) {
                addOne(row * d, x, j, right);
            }
        }
    }

    private void addEight(int r, int x, int from, int to) {
        double f0 = a[r + x];
        double f1 = a[r + d + x];
        double f2 = a[r + 2 * d + x];
        double f3 = a[r + 3 * d + x];
        double f4 = a[r + 4 * d + x];
        double f5 = a[r + 5 * d + x];
        double f6 = a[r + 6 * d + x];
        double f7 = a[r + 7 * d + x];
        for (int y = from; y < to; y++) {
            gram[x * d + y] += f0 * a[r + y]
                    + f1 * a[r + d + y]
                    + f2 * a[r + 2 * d + y]
                    + f3 * a[r + 3 * d + y]
                    + f4 * a[r + 4 * d + y]
                    + f5 * a[r + 5 * d + y]
                    + f6 * a[r + 6 * d + y]
                    + f7 * a[r + 7 * d + y];
        }
    }

    private void addOne(int r, int x, int from, int to) {
        double factor = a[r + x];
        for (int y = from; y < to; y++) {
            gram[x * d + y] += factor * a[r + y];
        }
    }
}

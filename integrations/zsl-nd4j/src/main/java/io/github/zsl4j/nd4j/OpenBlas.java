package io.github.zsl4j.nd4j;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrs;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * BLAS and LAPACK on native copies of the matrices, which are freed before a method returns. Long matrices are copied in
 * blocks of rows.
 *
 * <p>A row-major matrix read as column-major is its transpose: its lower triangle is LAPACK's upper one.
 */
final class OpenBlas implements Kernels {

    /** Doubles in a block of rows: 8 MB, which the C library reuses; of larger ones every page is new each time. */
    private static final int BLOCK = 1 << 20;

    private static final byte UPPER = 'U';
    private static final byte WITH_VECTORS = 'V';

    private OpenBlas() {}

    /**
     * Loads the library. It works on as many cores as Java has, which in a container may be fewer than the machine's,
     * unless the environment says otherwise.
     */
    static Kernels start() {
        Loader.load(openblas.class);
        if (System.getenv("OPENBLAS_NUM_THREADS") == null && System.getenv("OMP_NUM_THREADS") == null) {
            openblas.blas_set_num_threads(Runtime.getRuntime().availableProcessors());
        }
        return new OpenBlas();
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        int n = a.rows();
        int k = a.columns();
        int m = b.columns();
        int height = height(n, Math.max(k, m));
        double[] product = new double[Math.multiplyExact(n, m)];
        try (DoublePointer right = copy(b.values());
                DoublePointer left = new DoublePointer((long) height * k);
                DoublePointer result = new DoublePointer((long) height * m)) {
            for (int from = 0; from < n; from += height) {
                int rows = Math.min(height, n - from);
                left.put(a.values(), from * k, rows * k);
                cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, m, k, 1, left, k, right, m, 0, result, m);
                result.get(product, from * m, rows * m);
            }
        }
        return Matrix.wrap(n, m, product);
    }

    @Override
    public Matrix gram(Matrix a) {
        int n = a.rows();
        int d = a.columns();
        int height = height(n, d);
        double[] gram = new double[Math.multiplyExact(d, d)];
        try (DoublePointer block = new DoublePointer((long) height * d);
                DoublePointer sum = new DoublePointer(gram.length)) {
            for (int from = 0; from < n; from += height) {
                int rows = Math.min(height, n - from);
                block.put(a.values(), from * d, rows * d);
                cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, d, rows, 1, block, d, from == 0 ? 0 : 1, sum, d);
            }
            sum.get(gram);
        }
        return Matrix.ofUpperTriangle(d, gram);
    }

    @Override
    public LinearAlgebra.Eigen eigen(Matrix a) {
        int d = a.rows();
        double[] values = new double[d];
        double[] vectors = new double[a.values().length];
        try (DoublePointer matrix = copy(a.values());
                DoublePointer found = new DoublePointer(d)) {
            require(LAPACKE_dsyevd(LAPACK_COL_MAJOR, WITH_VECTORS, UPPER, d, matrix, d, found));
            found.get(values);
            matrix.get(vectors);
        }
        return new LinearAlgebra.Eigen(values, Matrix.wrap(d, d, vectors).transpose());
    }

    @Override
    public Matrix solve(Matrix a, Matrix b) {
        int d = a.rows();
        int m = b.columns();
        double[] x = new double[b.values().length];
        try (DoublePointer matrix = copy(a.values());
                DoublePointer sides = copy(b.transpose().values())) {
            require(LAPACKE_dpotrf(LAPACK_COL_MAJOR, UPPER, d, matrix, d));
            requireRegular(a, matrix);
            require(LAPACKE_dpotrs(LAPACK_COL_MAJOR, UPPER, d, m, matrix, d, sides, d));
            sides.get(x);
        }
        return Matrix.wrap(m, d, x).transpose();
    }

    private static int height(int rows, int width) {
        return Math.min(rows, Math.max(1, BLOCK / width));
    }

    private static DoublePointer copy(double[] values) {
        DoublePointer copy = new DoublePointer(values.length);
        copy.put(values);
        return copy;
    }

    /** Cholesky's decomposition goes through on the rounding of a singular matrix, whose solution would be anything. */
    private static void requireRegular(Matrix a, DoublePointer factor) {
        double rounding = 16 * a.rows() * Math.ulp(1.0);
        for (int i = 0; i < a.rows(); i++) {
            double root = factor.get((long) i * a.rows() + i);
            if (!(root * root > rounding * a.get(i, i))) {
                throw new ArithmeticException("Nothing but rounding remains of the diagonal value " + i);
            }
        }
    }

    private static void require(int info) {
        if (info != 0) {
            throw new ArithmeticException("LAPACK's error " + info);
        }
    }
}

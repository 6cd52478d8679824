package io.github.zsl4j.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_MT_DDRM;
import org.ejml.interfaces.decomposition.TridiagonalSimilarDecomposition_F64;

/**
 * A symmetric matrix B, made ready for solving (B + σI) x = c with many σ: B = QTQᵀ with a tridiagonal T takes O(d³) once,
 * and then each system O(d²). Several times as fast as eigenvalues for large d, and as accurate as Cholesky's
 * decomposition. Immutable and thread-safe.
 *
 * <p><b>References:</b> Golub and Van Loan, "Matrix Computations", 4th edition 2013, sections 4.3.6 and 8.3.1.
 */
public final class ShiftedSystems {

    private static final double ROUNDING = Math.ulp(1.0);

    private final double[] diagonal;
    private final double[] beside;
    private final Matrix q;
    private final double smallest;

    private ShiftedSystems(double[] diagonal, double[] beside, Matrix q) {
        this.diagonal = diagonal;
        this.beside = beside;
        this.q = q;
        double size = 0;
        for (int i = 0; i < diagonal.length; i++) {
            size = Math.max(size, Math.abs(diagonal[i]) + Math.abs(beside[i]));
        }
        this.smallest = size * ROUNDING;
    }

    /**
     * @param b B [d, d], symmetric
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static ShiftedSystems of(Matrix b) {
        b.requireSquare();
        int d = b.rows();
        if (d < 2) {
            return new ShiftedSystems(b.values().clone(), new double[d], Matrix.wrap(d, d, new double[] {1}));
        }
        TridiagonalSimilarDecomposition_F64<DMatrixRMaj> t = DecompositionFactory_MT_DDRM.tridiagonal(d);
        if (!t.decompose(new DMatrixRMaj(d, d, true, b.values()))) {
            throw new ArithmeticException("The tridiagonal form of " + b + " was not found");
        }
        double[] diagonal = new double[d];
        double[] beside = new double[d];
        t.getDiagonal(diagonal, beside);
        return new ShiftedSystems(diagonal, beside, Matrix.wrap(d, d, t.getQ(null, false).data));
    }

    /** The dimension of B, d. */
    public int dimension() {
        return diagonal.length;
    }

    /**
     * Solves (B + σ_i I) x_i = c_i for every row i.
     *
     * @param shifts σ [m]
     * @param c [m, d], one right side a row
     * @return [m, d], one solution a row
     * @throws IllegalArgumentException if the shapes do not fit
     * @throws ArithmeticException if a B + σ_i I is not positive definite to within rounding
     */
    public Matrix solve(double[] shifts, Matrix c) {
        if (c.columns() != dimension() || c.rows() != shifts.length) {
            throw new IllegalArgumentException("Cannot solve " + shifts.length + " systems of dimension " + dimension()
                    + " for " + c + ", one right side a row");
        }
        LinearAlgebra algebra = LinearAlgebra.backend();
        Matrix turned = algebra.multiply(c, q);
        double[] x = turned.values().clone();
        for (int i = 0; i < shifts.length; i++) {
            solve(shifts[i], x, i * dimension());
        }
        return algebra.multiply(Matrix.wrap(c.rows(), c.columns(), x), q.transpose());
    }

    /** Solves (T + σI) x = c in place by T + σI = LDLᵀ, for the c that begins at {@code from}. */
    private void solve(double shift, double[] x, int from) {
        int d = dimension();
        double[] pivots = new double[d];
        for (int i = 0; i < d; i++) {
            double factor = i == 0 ? 0 : beside[i - 1] / pivots[i - 1];
            pivots[i] = diagonal[i] + shift - (i == 0 ? 0 : factor * beside[i - 1]);
            requirePositive(pivots[i], shift);
            x[from + i] -= i == 0 ? 0 : factor * x[from + i - 1];
        }
        for (int i = d - 1; i >= 0; i--) {
            double above = i == d - 1 ? 0 : beside[i] * x[from + i + 1];
            x[from + i] = (x[from + i] - above) / pivots[i];
        }
    }

    private void requirePositive(double pivot, double shift) {
        if (!(pivot > smallest)) {
            throw new ArithmeticException("The matrix plus " + shift
                    + " times the identity is not positive definite; a larger regularisation helps");
        }
    }
}

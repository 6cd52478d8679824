package io.github.zsl4j.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_MT_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** EJML's algorithms, on all cores where it has such. */
final class EjmlLinearAlgebra implements LinearAlgebra {

    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        if (a.columns() != b.rows()) {
            throw new IllegalArgumentException("Cannot multiply " + a + " by " + b);
        }
        DMatrixRMaj product = new DMatrixRMaj(a.rows(), b.columns());
        CommonOps_MT_DDRM.mult(view(a), view(b), product);
        return matrix(product);
    }

    @Override
    public Matrix gram(Matrix a) {
        return Gram.of(a);
    }

    @Override
    public Eigen eigen(Matrix a) {
        a.requireSquare();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(a.rows(), true, true);
        if (!eigen.decompose(view(a).copy())) {
            throw new ArithmeticException("The eigenvalues of " + a + " were not found");
        }
        double[] values = new double[a.rows()];
        double[] vectors = new double[a.rows() * a.rows()];
        for (int k = 0; k < values.length; k++) {
            values[k] = eigen.getEigenvalue(k).getReal();
            double[] vector = eigen.getEigenVector(k).getData();
            for (int i = 0; i < values.length; i++) {
                vectors[i * values.length + k] = vector[i];
            }
        }
        return new Eigen(values, Matrix.wrap(a.rows(), a.rows(), vectors));
    }

    @Override
    public Matrix solve(Matrix a, Matrix b) {
        a.requireSquare();
        if (a.rows() != b.rows()) {
            throw new IllegalArgumentException("Cannot solve " + a + " for " + b);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(a.rows());
        DMatrixRMaj x = new DMatrixRMaj(b.rows(), b.columns());
        if (!solver.setA(view(a).copy()) || isSingular(a, solver.getDecomposition())) {
            throw new ArithmeticException("The matrix is not positive definite; a larger regularisation helps");
        }
        solver.solve(view(b).copy(), x);
        return matrix(x);
    }

    /**
     * Whether of a diagonal value, once the columns before are taken away, nothing remains but rounding: Cholesky's
     * decomposition may go through on that, and the solution would be anything.
     */
    private static boolean isSingular(Matrix a, Object decomposition) {
        DMatrix factor = (DMatrix) ((CholeskyDecomposition<?>) decomposition).getT(null);
        double rounding = 16 * a.rows() * Math.ulp(1.0);
        for (int i = 0; i < a.rows(); i++) {
            double pivot = factor.get(i, i) * factor.get(i, i);
            if (!(pivot > rounding * a.get(i, i))) {
                return true;
            }
        }
        return false;
    }

    private static DMatrixRMaj view(Matrix a) {
        return DMatrixRMaj.wrap(a.rows(), a.columns(), a.values());
    }

    private static Matrix matrix(DMatrixRMaj a) {
        double[] data = a.data.length == a.getNumElements() ? a.data : Arrays.copyOf(a.data, a.getNumElements());
        return Matrix.wrap(a.numRows, a.numCols, data);
    }
}

package io.github.zsl4j.align.closedform;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The solution of {@link Cca}: with R = Css^(-1/2), the eigenvectors z of R Csx Cxx⁻¹ Cxs R with eigenvalues ρ² give v = R z and
 * w = Cxx⁻¹ Cxs v / ρ.
 *
 * @param features W [d, k]
 * @param semantics V [a, k]
 */
record CanonicalDirections(Matrix features, Matrix semantics, double[] featureMean, double[] semanticMean) {

    /** Correlations below it are rounding. */
    private static final double NONE = 1e-6;

    static CanonicalDirections of(PairCovariances c, Cca options) {
        LinearAlgebra algebra = LinearAlgebra.backend();
        Matrix solved = algebra.solve(regularised(c.features(), options.regularisation()), c.cross());
        Matrix root = inverseRoot(regularised(c.semantics(), options.regularisation()));
        Matrix inner = algebra.multiply(
                algebra.multiply(root, algebra.multiply(c.cross().transpose(), solved)), root);
        LinearAlgebra.Eigen eigen = algebra.eigen(symmetric(inner));
        int[] order = order(eigen.values(), options.dimension());
        Matrix v = algebra.multiply(root, scaled(eigen, order, options.power()));
        Matrix w = algebra.multiply(algebra.multiply(solved, root), scaled(eigen, order, options.power() - 1));
        return new CanonicalDirections(w, v, c.featureMean(), c.semanticMean());
    }

    private static Matrix regularised(Matrix covariance, double share) {
        double trace = 0;
        for (int i = 0; i < covariance.rows(); i++) {
            trace += covariance.get(i, i);
        }
        return covariance.plusDiagonal(share * trace / covariance.rows());
    }

    private static Matrix symmetric(Matrix a) {
        return a.plus(a.transpose()).times(0.5);
    }

    /** a^(-1/2) of a symmetric positive definite matrix. */
    private static Matrix inverseRoot(Matrix a) {
        LinearAlgebra.Eigen eigen = LinearAlgebra.backend().eigen(a);
        double largest = IntStream.range(0, a.rows())
                .mapToDouble(i -> eigen.values()[i])
                .max()
                .orElseThrow();
        for (double value : eigen.values()) {
            if (!(value > 16 * a.rows() * Math.ulp(1.0) * largest)) {
                throw new ArithmeticException(
                        "The covariance of the semantics is singular; a larger regularisation helps");
            }
        }
        Matrix scaled = eigen.vectors().transpose().scaleRows(i -> 1 / Math.sqrt(eigen.values()[i]));
        return symmetric(LinearAlgebra.backend().multiply(eigen.vectors(), scaled));
    }

    /** The best first, as many as are wanted, without those that do not correlate. */
    private static int[] order(double[] squares, int most) {
        int[] order = IntStream.range(0, squares.length)
                .filter(i -> squares[i] > NONE * NONE)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -squares[i]))
                .limit(most == 0 ? squares.length : most)
                .mapToInt(i -> i)
                .toArray();
        if (order.length == 0) {
            throw new IllegalArgumentException("No direction of the features correlates with the semantics");
        }
        return order;
    }

    /** The chosen eigenvectors as columns, each times ρ^power [a, k]. */
    private static Matrix scaled(LinearAlgebra.Eigen eigen, int[] order, double power) {
        int a = eigen.vectors().rows();
        double[] values = new double[a * order.length];
        for (int k = 0; k < order.length; k++) {
            double factor = Math.pow(eigen.values()[order[k]], power / 2);
            for (int i = 0; i < a; i++) {
                values[i * order.length + k] = factor * eigen.vectors().get(i, order[k]);
            }
        }
        return Matrix.wrap(a, order.length, values);
    }
}

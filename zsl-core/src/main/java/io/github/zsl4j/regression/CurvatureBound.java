package io.github.zsl4j.regression;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/**
 * The inverse of the largest second derivatives that logistic regressions can have, for all at once:
 *
 * <pre>(XᵀX/4 + penalty I)⁻¹ for weights, 4/n for a bias</pre>
 *
 * with features X [n, d] less their mean, as p (1 - p) is at most 1/4.
 *
 * <p><b>References:</b> Böhning and Lindsay, "Monotonicity of quadratic-approximation algorithms", Annals of the Institute of
 * Statistical Mathematics, 1988.
 */
final class CurvatureBound implements Preconditioner {

    private static final double BOUND = 0.25;

    /** Of the mean of the diagonal: less would only repeat rounding where features are collinear. */
    private static final double LEAST = 1e-9;

    /** About how many fewer times the loss is computed. */
    private static final int SAVED = 50;

    private final Matrix inverse;
    private final double bias;

    /**
     * @param gram XᵀX [d, d]
     * @param n the number of examples
     */
    CurvatureBound(Matrix gram, int n, double penalty) {
        int d = gram.rows();
        double trace = 0;
        for (int j = 0; j < d; j++) {
            trace += gram.values()[j * d + j];
        }
        double ridge = Math.max(penalty, Math.max(LEAST * BOUND * trace / d, Double.MIN_NORMAL));
        Matrix identity = Matrix.wrap(d, d, new double[d * d]).plusDiagonal(1);
        this.inverse = LinearAlgebra.backend().solve(gram.times(BOUND).plusDiagonal(ridge), identity);
        this.bias = 1 / (BOUND * n);
    }

    /** Whether it costs less than it saves, in products of numbers: a Gram matrix and an inverse against losses. */
    static boolean pays(int n, int d, int outputs) {
        return (double) d * d * (n + 2.0 * d) < SAVED * 2.0 * n * d * outputs;
    }

    @Override
    public double[] times(double[] direction) {
        int d = inverse.rows();
        int m = direction.length / (d + 1);
        double[] weights = new double[d * m];
        System.arraycopy(direction, 0, weights, 0, weights.length);
        double[] product = direction.clone();
        double[] turned = LinearAlgebra.backend()
                .multiply(inverse, Matrix.wrap(d, m, weights))
                .values();
        System.arraycopy(turned, 0, product, 0, turned.length);
        for (int j = weights.length; j < product.length; j++) {
            product[j] *= bias;
        }
        return product;
    }
}

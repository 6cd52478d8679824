package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Variable;
import java.util.Random;

/**
 * Divides a matrix by its largest singular value, so that an affine layer stretches nothing.
 *
 * <p><b>References:</b> Miyato et al., "Spectral normalization for generative adversarial networks", ICLR 2018. There the
 * singular vectors are kept from step to step; here the power iteration begins anew, so that a step depends on the
 * parameters alone.
 */
final class SpectralNorm {

    private static final int ITERATIONS = 8;

    private SpectralNorm() {}

    /** @return the matrix over its largest singular value; the gradient is taken through both */
    static Variable of(Graph graph, Variable matrix) {
        Variable fixed = matrix.constant();
        Variable turned = fixed.transposed();
        Variable left = graph.constant(matrix.rows(), Noise.normal(matrix.rows(), new Random(0)));
        Variable right = left.times(fixed).unitRows();
        for (int i = 1; i < ITERATIONS; i++) {
            left = right.times(turned).unitRows();
            right = left.times(fixed).unitRows();
        }
        left = right.times(turned).unitRows();
        return matrix.dividedBy(left.times(matrix).times(right.transposed()));
    }
}

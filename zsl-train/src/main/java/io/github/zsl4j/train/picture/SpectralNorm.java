package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Variable;
import java.util.Arrays;

/**
 * Divides a matrix by its largest singular value, so that an affine layer stretches nothing.
 *
 * <p><b>References:</b> Miyato et al., "Spectral normalization for generative adversarial networks", ICLR 2018. There the
 * singular vectors are kept from step to step; here eight steps of the power iteration begin anew with a vector of 1s, so
 * that a step of training depends on the parameters alone.
 */
final class SpectralNorm {

    private static final int ITERATIONS = 8;

    private SpectralNorm() {}

    /** @return the matrix over its largest singular value; the gradient is taken through both */
    static Variable of(Graph graph, Variable matrix) {
        Variable fixed = matrix.constant();
        Variable turned = fixed.transposed();
        float[] start = new float[matrix.rows()];
        Arrays.fill(start, 1);
        Variable left = graph.constant(start.length, start);
        Variable right = left.times(fixed).unitRows();
        for (int i = 1; i < ITERATIONS; i++) {
            left = right.times(turned).unitRows();
            right = left.times(fixed).unitRows();
        }
        left = right.times(turned).unitRows();
        return matrix.dividedBy(left.times(matrix).times(right.transposed()));
    }
}

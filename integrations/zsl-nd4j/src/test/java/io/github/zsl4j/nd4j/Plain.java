package io.github.zsl4j.nd4j;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/** Right kernels on any machine. */
final class Plain implements Kernels {

    private final LinearAlgebra plain = LinearAlgebra.plain();

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        return plain.multiply(a, b);
    }

    @Override
    public Matrix gram(Matrix a) {
        return plain.gram(a);
    }

    @Override
    public LinearAlgebra.Eigen eigen(Matrix a) {
        return plain.eigen(a);
    }

    @Override
    public Matrix solve(Matrix a, Matrix b) {
        return plain.solve(a, b);
    }
}

package io.github.zsl4j.nd4j;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/** What a native library does for {@link Nd4jLinearAlgebra}, with arguments whose shapes have been checked. */
interface Kernels {

    Matrix multiply(Matrix a, Matrix b);

    Matrix gram(Matrix a);

    /** @throws ArithmeticException if the eigenvalues are not found */
    LinearAlgebra.Eigen eigen(Matrix a);

    /** @throws ArithmeticException if {@code a} is not positive definite */
    Matrix solve(Matrix a, Matrix b);
}

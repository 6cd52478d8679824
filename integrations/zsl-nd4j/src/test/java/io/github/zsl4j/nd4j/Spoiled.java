package io.github.zsl4j.nd4j;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/** Kernels of which one is slightly wrong: the negative control of the check at the start. */
class Spoiled implements Kernels {

    enum Part {
        PRODUCT,
        GRAM,
        VALUES,
        VECTORS,
        SOLUTION
    }

    private final Kernels right;
    private final Part part;

    /** @param part which is wrong; null for none */
    Spoiled(Kernels right, Part part) {
        this.right = right;
        this.part = part;
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        return spoil(right.multiply(a, b), Part.PRODUCT);
    }

    @Override
    public Matrix gram(Matrix a) {
        return spoil(right.gram(a), Part.GRAM);
    }

    @Override
    public LinearAlgebra.Eigen eigen(Matrix a) {
        LinearAlgebra.Eigen eigen = right.eigen(a);
        Matrix values = spoil(Matrix.wrap(1, a.rows(), eigen.values()), Part.VALUES);
        return new LinearAlgebra.Eigen(values.values(), spoil(eigen.vectors(), Part.VECTORS));
    }

    @Override
    public Matrix solve(Matrix a, Matrix b) {
        return spoil(right.solve(a, b), Part.SOLUTION);
    }

    /** One value, the last, is off by a millionth. */
    private Matrix spoil(Matrix matrix, Part of) {
        if (of == part) {
            double[] values = matrix.values();
            values[values.length - 1] += 1e-6;
        }
        return matrix;
    }
}

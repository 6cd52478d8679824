package io.github.zsl4j.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sylvester's equation AW + WB = C with symmetric, positive semidefinite A and B. With A = UΛUᵀ the rows of UᵀW are apart:
 *
 * <pre>(B + λ_i I) w_i = (UᵀC)_i</pre>
 *
 * so that only the smaller matrix needs its eigenvalues. Cost O(a³ + d³ + ad²).
 *
 * <p><b>References:</b> Bartels and Stewart, "Solution of the matrix equation AX + XB = C", Communications of the ACM 1972;
 * here with eigenvalues and a tridiagonal form in place of Schur's forms.
 */
public final class SymmetricSylvester {

    private SymmetricSylvester() {}

    /**
     * Where A and C both vanish to within rounding, in a direction u with Au = 0 and uᵀC = 0, the solution is 0, which is the
     * one of smallest norm.
     *
     * @param a A [a, a], symmetric and positive semidefinite; the smaller one for speed
     * @param b B [d, d], symmetric and positive semidefinite
     * @param c C [a, d]
     * @return W [a, d]
     * @throws IllegalArgumentException if the shapes do not fit
     * @throws ArithmeticException if the solution is not unique to within rounding
     */
    public static Matrix solve(Matrix a, ShiftedSystems b, Matrix c) {
        a.requireSquare();
        if (c.rows() != a.rows() || c.columns() != b.dimension()) {
            throw new IllegalArgumentException("AW + WB = C with A " + a + " and B of dimension " + b.dimension()
                    + " needs C [" + a.rows() + ", " + b.dimension() + "], not " + c);
        }
        LinearAlgebra algebra = LinearAlgebra.backend();
        LinearAlgebra.Eigen eigen = algebra.eigen(a);
        Matrix turned = algebra.multiply(eigen.vectors().transpose(), c);
        return algebra.multiply(eigen.vectors(), rows(eigen.values(), b, turned));
    }

    private static Matrix rows(double[] eigenvalues, ShiftedSystems b, Matrix c) {
        double rounding = 4 * c.rows() * Math.ulp(1.0);
        double none = rounding * largest(eigenvalues);
        double nothing = rounding * largest(c.values());
        int[] kept = IntStream.range(0, c.rows())
                .filter(i -> eigenvalues[i] > none || largest(row(c, i)) > nothing)
                .toArray();
        double[] shifts = Arrays.stream(kept)
                .mapToDouble(i -> Math.max(0, eigenvalues[i]))
                .toArray();
        Matrix solved = b.solve(shifts, select(c, kept));
        double[] all = new double[c.values().length];
        for (int k = 0; k < kept.length; k++) {
            System.arraycopy(solved.values(), k * c.columns(), all, kept[k] * c.columns(), c.columns());
        }
        return Matrix.wrap(c.rows(), c.columns(), all);
    }

    private static Matrix select(Matrix c, int[] rows) {
        double[] chosen = new double[Math.multiplyExact(rows.length, c.columns())];
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(c.values(), rows[k] * c.columns(), chosen, k * c.columns(), c.columns());
        }
        return Matrix.wrap(rows.length, c.columns(), chosen);
    }

    private static double[] row(Matrix c, int i) {
        return Arrays.copyOfRange(c.values(), i * c.columns(), (i + 1) * c.columns());
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}

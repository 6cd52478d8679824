package io.github.zsl4j.linalg;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SymmetricSylvesterTest {

    private static Matrix left(Matrix a, Matrix b, Matrix w) {
        return Matrices.product(a, w).plus(Matrices.product(w, b));
    }

    private static void assertSolves(Matrix a, Matrix b, Matrix w) {
        Matrix solution = SymmetricSylvester.solve(a, ShiftedSystems.of(b), left(a, b, w));
        Matrices.assertClose(solution, w, 1e-10);
    }

    @Property(tries = 200)
    void solvesTheEquation(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int a, @ForAll @IntRange(min = 1, max = 90) int d) {
        assertSolves(Matrices.positive(seed, a, 0.1), Matrices.positive(seed + 1, d, 0), Matrices.random(seed, a, d));
    }

    /** Negative control: with A and B in each other's place the solution is another. */
    @Test
    void theCheckSeesAnotherEquation() {
        Matrix a = Matrices.positive(1, 4, 0.1);
        Matrix b = Matrices.positive(2, 4, 0.1);
        Matrix w = Matrices.random(3, 4, 4);
        Matrix other = SymmetricSylvester.solve(b, ShiftedSystems.of(a), left(a, b, w));
        assertThatThrownBy(() -> Matrices.assertClose(other, w, 1e-10)).isInstanceOf(AssertionError.class);
    }

    /** Large enough for the decomposition in blocks. */
    @Test
    void solvesForMoreThanAThousandColumns() {
        int d = 1_100;
        Matrix b = Matrices.identity(d).scaleRows(i -> 1 + i % 7);
        double[] coupled = b.values().clone();
        for (int i = 1; i < d; i++) {
            coupled[i * d + i - 1] = 0.3;
            coupled[(i - 1) * d + i] = 0.3;
        }
        assertSolves(Matrices.positive(1, 3, 0.1), Matrix.wrap(d, d, coupled), Matrices.random(2, 3, d));
    }

    /** A is 0 in one direction, B is the projection on another, and C lies where they are not. */
    @Test
    void givesTheSmallestSolutionWhereThereAreSeveral() {
        Matrix a = Matrix.wrap(2, 2, new double[] {1, 1, 1, 1});
        Matrix b = Matrix.wrap(2, 2, new double[] {3, 0, 0, 0});
        Matrix w = Matrix.wrap(2, 2, new double[] {2, 1, 2, 1});
        assertSolves(a, b, w);
    }

    @Test
    void refusesAnEquationWithoutSolution() {
        Matrix zero = Matrix.wrap(2, 2, new double[4]);
        assertThatThrownBy(() -> SymmetricSylvester.solve(zero, ShiftedSystems.of(zero), Matrices.identity(2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("regularisation");
    }

    @Test
    void refusesShapesThatDoNotFit() {
        ShiftedSystems b = ShiftedSystems.of(Matrices.identity(3));
        LinearAlgebraTest.assertRefused(
                () -> SymmetricSylvester.solve(Matrices.identity(2), b, Matrices.identity(2)), "C [2, 3]");
        LinearAlgebraTest.assertRefused(
                () -> SymmetricSylvester.solve(Matrices.random(1, 2, 3), b, Matrices.identity(2)), "square");
    }

    /** Each row with its own shift, against Cholesky's decomposition. */
    @Property(tries = 200)
    void solvesShiftedSystems(@ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int d) {
        Matrix b = Matrices.positive(seed, d, 0.1);
        Matrix c = Matrices.random(seed + 1, 3, d);
        double[] shifts = {0, 0.5, 1e6};
        Matrix x = ShiftedSystems.of(b).solve(shifts, c);
        for (int i = 0; i < shifts.length; i++) {
            Matrix right = Matrix.wrap(d, 1, row(c, i));
            Matrix expected = LinearAlgebra.plain().solve(b.plusDiagonal(shifts[i]), right);
            Matrices.assertClose(Matrix.wrap(d, 1, row(x, i)), expected, 1e-10);
        }
    }

    private static double[] row(Matrix matrix, int i) {
        int d = matrix.columns();
        return Arrays.copyOfRange(matrix.values(), i * d, (i + 1) * d);
    }
}

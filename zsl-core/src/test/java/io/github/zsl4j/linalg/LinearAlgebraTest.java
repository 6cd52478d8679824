package io.github.zsl4j.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain backend against identities. Sums of some hundred products of numbers below 1: rounding stays below 1e-12. */
class LinearAlgebraTest {

    private static final LinearAlgebra PLAIN = LinearAlgebra.plain();

    /** Around the sizes of blocks: 8 rows at a time, 64 rows and 256 columns of the result. */
    @ParameterizedTest
    @CsvSource({"1,1", "7,3", "8,63", "9,64", "15,65", "16,255", "17,256", "23,257", "5,321", "0,4", "3,600"})
    void gramIsTheProductWithItsTranspose(int rows, int columns) {
        Matrix a = Matrices.random(1, rows, columns);
        Matrix gram = PLAIN.gram(a);
        Matrices.assertClose(gram, Matrices.product(a.transpose(), a), 1e-12);
        assertThat(gram.transpose().values()).isEqualTo(gram.values());
    }

    @Property(tries = 200)
    void gramOfAnySize(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 140) int columns) {
        Matrix a = Matrices.random(seed, rows, columns);
        Matrices.assertClose(PLAIN.gram(a), Matrices.product(a.transpose(), a), 1e-12);
    }

    /** Negative control: the product the other way round is another matrix. */
    @Test
    void theCheckSeesTheOtherProduct() {
        Matrix a = Matrices.random(1, 5, 5);
        assertThatThrownBy(() -> Matrices.assertClose(PLAIN.gram(a), Matrices.product(a, a.transpose()), 1e-12))
                .isInstanceOf(AssertionError.class);
    }

    @Property(tries = 200)
    void multiplies(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(min = 1, max = 70) int k,
            @ForAll @IntRange(min = 1, max = 70) int m) {
        Matrix a = Matrices.random(seed, n, k);
        Matrix b = Matrices.random(seed + 1, k, m);
        Matrices.assertClose(PLAIN.multiply(a, b), Matrices.product(a, b), 1e-12);
    }

    @Property(tries = 200)
    void solves(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int d, @ForAll @IntRange(min = 1, max = 5) int m) {
        Matrix a = Matrices.positive(seed, d, 0.1);
        Matrix x = Matrices.random(seed + 1, d, m);
        Matrices.assertClose(PLAIN.solve(a, Matrices.product(a, x)), x, 1e-11);
    }

    @Property(tries = 200)
    void findsEigenvalues(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int d) {
        Matrix a = Matrices.positive(seed, d, 0);
        LinearAlgebra.Eigen eigen = PLAIN.eigen(a);
        Matrix q = eigen.vectors();
        Matrices.assertClose(Matrices.product(q.transpose(), q), Matrices.identity(d), 1e-12);
        Matrix turned = Matrices.product(q, q.transpose().scaleRows(i -> eigen.values()[i]));
        Matrices.assertClose(turned, a, 1e-12);
    }

    @Test
    void leavesItsArgumentsUnchanged() {
        Matrix a = Matrices.positive(1, 70, 0.1);
        Matrix b = Matrices.random(2, 70, 2);
        double[] before = a.values().clone();
        double[] right = b.values().clone();
        PLAIN.solve(a, b);
        PLAIN.eigen(a);
        PLAIN.gram(a);
        PLAIN.multiply(a, b);
        ShiftedSystems.of(a).solve(new double[] {1, 2}, b.transpose());
        assertThat(a.values()).isEqualTo(before);
        assertThat(b.values()).isEqualTo(right);
    }

    @Test
    void saysWhenAMatrixIsSingular() {
        Matrix ones = Matrix.wrap(2, 2, new double[] {1, 1, 1, 1});
        Matrix b = Matrices.random(1, 2, 1);
        assertThatThrownBy(() -> PLAIN.solve(ones.plusDiagonal(-1), b))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not positive definite")
                .hasMessageContaining("regularisation");
        assertThatThrownBy(() -> ShiftedSystems.of(ones).solve(new double[] {0}, b.transpose()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not positive definite");
    }

    /** Half as many rows as columns: Cholesky's decomposition may go through on rounding alone, and give anything. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 40, 80, 300})
    void saysWhenAMatrixIsSingularButForRounding(int d) {
        Matrix b = Matrices.random(1, d, 1);
        for (int seed = 0; seed < 10; seed++) {
            Matrix gram = PLAIN.gram(Matrices.random(seed, d / 2, d));
            assertThatThrownBy(() -> PLAIN.solve(gram, b)).isInstanceOf(ArithmeticException.class);
        }
    }

    /** Scales of their own do not make a matrix singular. */
    @Test
    void solvesForFeaturesOfVeryDifferentScales() {
        Matrix a = Matrix.wrap(2, 2, new double[] {1e-18, 3e-1, 3e-1, 1e18});
        Matrix x = PLAIN.solve(a, Matrices.product(a, Matrix.wrap(2, 1, new double[] {1e9, 1e-9})));
        assertThat(x.get(0, 0)).isCloseTo(1e9, within(1e-3));
    }

    @Test
    void refusesShapesThatDoNotFit() {
        Matrix a = Matrices.random(1, 2, 3);
        Matrix square = Matrices.identity(2);
        assertRefused(() -> PLAIN.multiply(a, a), "2 x 3");
        assertRefused(() -> PLAIN.solve(a, a), "square");
        assertRefused(() -> PLAIN.solve(square, a.transpose()), "3 x 2");
        assertRefused(() -> PLAIN.eigen(a), "square");
        assertRefused(() -> a.plusDiagonal(1), "square");
        assertRefused(() -> a.plus(square), "2 x 2");
        assertRefused(() -> Matrix.wrap(2, 2, new double[3]), "3 values");
        assertRefused(() -> ShiftedSystems.of(a), "square");
        assertRefused(() -> ShiftedSystems.of(square).solve(new double[1], a), "1 systems of dimension 2");
    }

    static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void arithmeticOfMatrices() {
        Matrix a = Matrix.of(2, 2, new float[] {1, 2, 3, 4});
        assertThat(a.plus(a).values()).containsExactly(2, 4, 6, 8);
        assertThat(a.times(3).values()).containsExactly(3, 6, 9, 12);
        assertThat(a.plusDiagonal(1).values()).containsExactly(2, 2, 3, 5);
        assertThat(a.transpose().values()).containsExactly(1, 3, 2, 4);
        assertThat(a.columnMeans()).containsExactly(2, 3);
        assertThat(a.scaleRows(i -> i).values()).containsExactly(0, 0, 3, 4);
        assertThat(a.toFloats()).containsExactly(1, 2, 3, 4);
        assertThat(a.get(1, 0)).isEqualTo(3);
    }

    @Test
    void namesItsBackend() {
        assertThat(PLAIN.name()).isEqualTo("ejml");
        assertThat(LinearAlgebra.backend()).isNotNull();
    }
}

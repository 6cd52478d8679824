package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link LinearAlgebra} must do. Extend it, and give a backend. */
public abstract class LinearAlgebraContract {

    /** Relative to the largest value; sums of a thousand doubles in any order agree far better. */
    private static final double TOLERANCE = 1e-10;

    /** The backend under test. */
    protected abstract LinearAlgebra algebra();

    @Test
    void hasAShortName() {
        assertThat(algebra().name()).matches("[a-z0-9-]+");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "1,7,1",
        "7,1,5",
        "3,5,2",
        "8,8,8",
        "65,63,64",
        "17,129,33",
        "131,257,67",
        "1,400,300",
        "1030,5,3"
    })
    void multipliesAsTheDefinitionSays(int n, int k, int m) {
        Matrix a = random(n, k, 1);
        Matrix b = random(k, m, 2);
        assertClose(algebra().multiply(a, b), product(a, b));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "9,1", "5,3", "64,64", "63,65", "2,130", "257,67", "1030,5"})
    void sumsGramMatricesAsTheDefinitionSays(int n, int d) {
        Matrix a = random(n, d, 3);
        assertClose(algebra().gram(a), product(a.transpose(), a));
    }

    @Test
    void takesMatricesWithoutRows() {
        assertThat(algebra().gram(Matrix.wrap(0, 3, new double[0])).values())
                .containsOnly(0)
                .hasSize(9);
        Matrix none = algebra().multiply(Matrix.wrap(0, 3, new double[0]), random(3, 4, 1));
        assertThat(none.rows()).isZero();
        assertThat(none.columns()).isEqualTo(4);
    }

    @Test
    void makesGramMatricesExactlySymmetric() {
        Matrix gram = algebra().gram(random(301, 133, 4));
        assertThat(gram.values()).isEqualTo(gram.transpose().values());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 64, 131})
    void decomposesASymmetricMatrix(int d) {
        Matrix a = symmetric(d);
        LinearAlgebra.Eigen eigen = algebra().eigen(a);
        Matrix turned = eigen.vectors().transpose();
        assertThat(eigen.values()).hasSize(d);
        assertClose(product(eigen.vectors(), turned.scaleRows(i -> eigen.values()[i])), a);
        assertClose(
                product(turned, eigen.vectors()),
                Matrix.wrap(d, d, new double[d * d]).plusDiagonal(1));
    }

    @Test
    void findsEqualEigenvaluesAndZeros() {
        Matrix ones = Matrix.wrap(4, 4, new double[16]).plusDiagonal(2);
        assertThat(algebra().eigen(ones).values()).containsOnly(2);
        Matrix row = random(1, 5, 5);
        double length = product(row, row.transpose()).get(0, 0);
        double[] values =
                algebra().eigen(product(row.transpose(), row)).values().clone();
        Arrays.sort(values);
        assertThat(values).containsExactly(new double[] {0, 0, 0, 0, length}, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,5", "17,3", "64,1", "65,66", "131,2"})
    void solvesPositiveDefiniteSystems(int d, int m) {
        Matrix a = positive(d);
        Matrix b = random(d, m, 6);
        assertClose(product(a, algebra().solve(a, b)), b);
    }

    @Test
    void refusesShapesThatDoNotFit() {
        Matrix wide = random(2, 3, 1);
        assertThatThrownBy(() -> algebra().multiply(wide, wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 x 3");
        assertThatThrownBy(() -> algebra().eigen(wide)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> algebra().solve(wide, random(2, 1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> algebra().solve(positive(3), wide)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToSolveWhatIsNotPositiveDefinite() {
        Matrix zero = Matrix.wrap(3, 3, new double[9]);
        Matrix negative = positive(90).times(-1);
        assertThatThrownBy(() -> algebra().solve(zero, random(3, 2, 1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("positive definite");
        assertThatThrownBy(() -> algebra().solve(negative, random(90, 2, 1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void leavesItsArgumentsUnchanged() {
        Matrix a = positive(67);
        Matrix b = random(67, 5, 7);
        algebra().multiply(a, b);
        algebra().gram(b);
        algebra().eigen(a);
        algebra().solve(a, b);
        assertThat(a.values()).isEqualTo(positive(67).values());
        assertThat(b.values()).isEqualTo(random(67, 5, 7).values());
    }

    @Test
    void isDeterministic() {
        Matrix a = random(211, 97, 8);
        assertThat(algebra().gram(a).values()).isEqualTo(algebra().gram(a).values());
        assertThat(algebra().multiply(a, a.transpose()).values())
                .isEqualTo(algebra().multiply(a, a.transpose()).values());
    }

    @Test
    void isThreadSafe() throws Exception {
        List<Matrix> expected = calculate();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Matrix>>> results = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                results.add(pool.submit(this::calculate));
            }
            for (Future<List<Matrix>> result : results) {
                for (int i = 0; i < expected.size(); i++) {
                    assertClose(result.get().get(i), expected.get(i));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** All four operations; of the eigenvectors, whose signs are free, what is unique. */
    private List<Matrix> calculate() {
        Matrix a = random(150, 101, 9);
        Matrix gram = algebra().gram(a);
        LinearAlgebra.Eigen eigen = algebra().eigen(gram);
        Matrix turned = eigen.vectors().transpose();
        return List.of(
                gram,
                algebra().multiply(a, gram),
                algebra().solve(gram.plusDiagonal(1), a.transpose()),
                algebra().multiply(eigen.vectors(), turned.scaleRows(i -> eigen.values()[i])));
    }

    private static Matrix symmetric(int d) {
        Matrix a = random(d, d, 10);
        return a.plus(a.transpose());
    }

    private static Matrix positive(int d) {
        Matrix a = random(d, d, 11);
        return product(a.transpose(), a).plusDiagonal(1);
    }

    private static Matrix random(int rows, int columns, long seed) {
        double[] values = new Random(seed).doubles((long) rows * columns, -1, 1).toArray();
        return Matrix.wrap(rows, columns, values);
    }

    private static Matrix product(Matrix a, Matrix b) {
        double[] product = new double[a.rows() * b.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                for (int k = 0; k < a.columns(); k++) {
                    product[i * b.columns() + j] += a.get(i, k) * b.get(k, j);
                }
            }
        }
        return Matrix.wrap(a.rows(), b.columns(), product);
    }

    private static void assertClose(Matrix found, Matrix expected) {
        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.columns()).isEqualTo(expected.columns());
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.values().length; i++) {
            largest = Math.max(largest, Math.abs(expected.values()[i]));
            difference = Math.max(difference, Math.abs(found.values()[i] - expected.values()[i])); // NaN stays
        }
        assertThat(difference).isLessThanOrEqualTo(TOLERANCE * largest);
    }
}

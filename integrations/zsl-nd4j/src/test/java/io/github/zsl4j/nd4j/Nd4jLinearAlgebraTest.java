package io.github.zsl4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class Nd4jLinearAlgebraTest {

    private static final Matrix SMALL = random(20, 10);
    private static final Matrix LARGE = random(300, 260);

    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void isTheBackendOnceItIsOnTheClassPath() {
        assertThat(LinearAlgebra.backend()).isInstanceOf(Nd4jLinearAlgebra.class);
        assertThat(LinearAlgebra.backend().name()).isEqualTo("nd4j");
    }

    @Test
    void startsNothingForSmallWorkAndOnceForLarge() {
        LinearAlgebra algebra = algebra(OpenBlas::start);
        algebra.gram(SMALL);
        algebra.multiply(SMALL, SMALL.transpose());
        assertThat(starts).hasValue(0);
        algebra.gram(LARGE);
        algebra.multiply(LARGE, LARGE.transpose());
        assertThat(starts).hasValue(1);
    }

    @Test
    void startsNothingForShapesThatDoNotFit() {
        LinearAlgebra algebra = algebra(OpenBlas::start);
        assertThatThrownBy(() -> algebra.multiply(LARGE, LARGE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> algebra.eigen(LARGE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> algebra.solve(LARGE, LARGE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(starts).hasValue(0);
    }

    @Test
    void worksInPlainJavaWhenTheLibraryDoesNotLoad() {
        LinearAlgebra algebra = algebra(() -> {
            throw new UnsatisfiedLinkError("no such library");
        });
        assertThat(algebra.gram(LARGE).values())
                .isEqualTo(LinearAlgebra.plain().gram(LARGE).values());
        algebra.gram(LARGE);
        assertThat(starts).hasValue(1);
    }

    @Test
    void leavesOutALibraryThatCalculatesWronglyInAnyOperation() {
        for (Spoiled.Part part : Spoiled.Part.values()) {
            CheckedStart spoiled = new CheckedStart(() -> new Spoiled(new Plain(), part));
            assertThat(spoiled.kernels()).as("wrong in " + part).isEmpty();
        }
    }

    @Test
    void keepsALibraryThatCalculatesRightly() {
        CheckedStart start = new CheckedStart(Plain::new);
        assertThat(start.kernels()).isPresent();
        assertThat(start.kernels()).isSameAs(start.kernels());
    }

    /** On this processor: the other tests of this module would pass in plain Java too. */
    @Test
    void calculatesRightlyHere() {
        assumeThat(new CheckedStart(OpenBlas::start).kernels())
                .as("OpenBLAS on this processor; OPENBLAS_CORETYPE=Haswell may help")
                .isPresent();
    }

    @Test
    void leavesOutALibraryThatFindsRegularMatricesSingular() {
        CheckedStart spoiled = new CheckedStart(() -> new Spoiled(new Plain(), null) {
            @Override
            public Matrix solve(Matrix a, Matrix b) {
                throw new ArithmeticException("LAPACK's error 33");
            }
        });
        assertThat(spoiled.kernels()).isEmpty();
    }

    @Test
    void agreesWithPlainJavaOnLongMatricesThatAreCopiedInBlocks() {
        LinearAlgebra algebra = algebra(OpenBlas::start);
        Matrix a = random(18_001, 61); // 1,098,061 values; a block has 1,048,576
        Matrix b = random(61, 70);
        close(algebra.gram(a), LinearAlgebra.plain().gram(a));
        close(algebra.multiply(a, b), LinearAlgebra.plain().multiply(a, b));
        assertThat(starts).hasValue(1);
    }

    @Test
    void freesNativeMemoryAtOnce() {
        LinearAlgebra algebra = algebra(OpenBlas::start);
        algebra.gram(LARGE);
        long before = Pointer.totalBytes();
        Matrix gram = algebra.gram(LARGE).plusDiagonal(1);
        algebra.multiply(LARGE, gram);
        algebra.eigen(gram);
        algebra.solve(gram, LARGE.transpose());
        assertThat(Pointer.totalBytes()).isEqualTo(before);
    }

    @Test
    void worksInPlainJavaWhenNativeMemoryIsShort() {
        Kernels full = new Spoiled(new Plain(), null) {
            @Override
            public Matrix gram(Matrix a) {
                if (a.columns() == LARGE.columns()) {
                    throw new OutOfMemoryError("Physical memory usage is too high");
                }
                return super.gram(a);
            }
        };
        LinearAlgebra algebra = algebra(() -> full);
        assertThat(algebra.gram(LARGE).values())
                .isEqualTo(LinearAlgebra.plain().gram(LARGE).values());
    }

    @Test
    void refusesAsPlainJavaDoesWhatIsNotPositiveDefinite() {
        LinearAlgebra algebra = algebra(OpenBlas::start);
        Matrix negative = algebra.gram(LARGE).times(-1);
        assertThatThrownBy(() -> algebra.solve(negative, LARGE.transpose()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("positive definite");
        assertThat(starts).hasValue(1);
    }

    /** Its decomposition goes through on rounding alone; so the kernels leave it to plain Java. */
    @Test
    void doesNotSolveASingularMatrix() {
        calculatesRightlyHere();
        Kernels kernels = OpenBlas.start();
        Matrix wide = LARGE.transpose();
        Matrix singular = kernels.gram(wide); // 300 x 300 of rank 260
        assertThatThrownBy(() -> kernels.solve(singular, LARGE)).isInstanceOf(ArithmeticException.class);
        assertThat(kernels.solve(singular.plusDiagonal(1), LARGE).rows()).isEqualTo(300);
    }

    private LinearAlgebra algebra(Supplier<Kernels> library) {
        CheckedStart counted = new CheckedStart(() -> {
            starts.incrementAndGet();
            return library.get();
        });
        return new Nd4jLinearAlgebra(counted, 1 << 24);
    }

    private static Matrix random(int rows, int columns) {
        double[] values = new Random(1).doubles((long) rows * columns, -1, 1).toArray();
        return Matrix.wrap(rows, columns, values);
    }

    private static void close(Matrix found, Matrix expected) {
        for (int i = 0; i < expected.values().length; i++) {
            double difference = Math.abs(found.values()[i] - expected.values()[i]);
            assertThat(difference).isLessThan(1e-9); // sums of 18,000 products of numbers below 1
        }
    }
}

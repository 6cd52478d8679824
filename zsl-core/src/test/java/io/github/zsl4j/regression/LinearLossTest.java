package io.github.zsl4j.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Gradients against central differences. */
class LinearLossTest {

    private static final int D = 5;
    private static final int M = 4;
    private static final boolean[][] ANSWERS = {
        {true, false, true, true}, {false, false, true, false}, {true, true, false, false}, {true, false, true, false}
    };

    private static LinearLoss loss(Random random, RowLoss row) {
        float[] x = new float[20 * D];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (3 * random.nextGaussian() + 1);
        }
        int[] labels = random.ints(20, 0, M).toArray();
        return new LinearLoss(EmbeddingMatrix.wrap(EmbeddingSpace.of("x", D), x), labels, row, 0.3);
    }

    /** A central difference is off by h² times the third derivative, and by rounding over h: some 1e-8 for h = 1e-5. */
    private static void assertGradient(Lbfgs.Objective loss, Random random, double spoil) {
        int size = (D + 1) * M;
        double[] at = random.doubles(size, -1, 1).toArray();
        double[] gradient = new double[size];
        loss.at(at, gradient);
        for (int k = 0; k < size; k++) {
            double[] before = at.clone();
            double[] after = at.clone();
            before[k] -= 1e-5;
            after[k] += 1e-5;
            double[] unused = new double[size];
            double difference = (loss.at(after, unused) - loss.at(before, unused)) / 2e-5;
            assertThat(gradient[k] + spoil).isCloseTo(difference, within(1e-5));
        }
    }

    @Property(tries = 50)
    void softmax(@ForAll long seed) {
        Random random = new Random(seed);
        assertGradient(loss(random, RowLoss.softmax(M)), random, 0);
    }

    @Property(tries = 50)
    void sigmoid(@ForAll long seed) {
        Random random = new Random(seed);
        assertGradient(loss(random, RowLoss.sigmoid(ANSWERS)), random, 0);
    }

    /** Negative control. */
    @Test
    void theCheckSeesAWrongGradient() {
        Random random = new Random(1);
        assertThatThrownBy(() -> assertGradient(loss(random, RowLoss.softmax(M)), random, 1e-3))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void doesNotOverflow() {
        double[] z = {1000, -1000, 0};
        assertThat(RowLoss.softmax(3).differentiate(z, 0, 1)).isCloseTo(2000, within(1e-9));
        assertThat(z).containsExactly(new double[] {1, -1, 0}, within(1e-15));
        double[] odds = {1000, -1000, 1000, -1000};
        assertThat(RowLoss.sigmoid(ANSWERS).differentiate(odds, 0, 0)).isCloseTo(1000, within(1e-9));
        assertThat(odds).containsExactly(new double[] {0, 0, 0, -1}, within(1e-15));
    }

    /** Rosenbrock's valley is not convex, but smooth and hard enough. */
    @Test
    void findsTheMinimum() {
        double[] found = Lbfgs.minimise(
                (x, g) -> {
                    double a = 1 - x[0];
                    double b = x[1] - x[0] * x[0];
                    g[0] = -2 * a - 400 * b * x[0];
                    g[1] = 200 * b;
                    return a * a + 100 * b * b;
                },
                2,
                1e-12);
        assertThat(found).containsExactly(new double[] {1, 1}, within(1e-6));
    }

    /** A quadratic whose second derivatives differ by 1e8. */
    @Test
    void oneStepIsEnoughIfTheSecondDerivativesAreKnown() {
        double[] curvature = {1, 1e4, 1e8};
        AtomicInteger calls = new AtomicInteger();
        Lbfgs.Objective bowl = (x, g) -> {
            calls.incrementAndGet();
            double sum = 0;
            for (int k = 0; k < x.length; k++) {
                g[k] = curvature[k] * (x[k] - 1);
                sum += g[k] * (x[k] - 1) / 2;
            }
            return sum;
        };
        Preconditioner inverse = g -> new double[] {g[0], g[1] / 1e4, g[2] / 1e8};
        assertThat(Lbfgs.minimise(bowl, inverse, 3, 1e-12)).containsExactly(new double[] {1, 1, 1}, within(1e-12));
        assertThat(calls.getAndSet(0)).isEqualTo(2);
        Lbfgs.minimise(bowl, 3, 1e-12);
        assertThat(calls.get()).isGreaterThan(4);
    }

    @Test
    void aMetricDoesNotChangeTheMinimum() {
        LinearLoss loss = loss(new Random(3), RowLoss.sigmoid(ANSWERS));
        double[] plain = Lbfgs.minimise(loss, loss.size(), 1e-10);
        Preconditioner bound = loss.quarterBound();
        assertThat(bound).isNotNull();
        assertThat(Lbfgs.minimise(loss, bound, loss.size(), 1e-10)).containsExactly(plain, within(1e-8));
    }

    @Test
    void aMetricIsNotComputedWhereItCostsMore() {
        assertThat(CurvatureBound.pays(1_916, 1_280, 384)).isTrue();
        assertThat(CurvatureBound.pays(25, 1_280, 5)).isFalse();
    }

    @Test
    void staysAtAMinimum() {
        double[] found = Lbfgs.minimise((x, g) -> g[0] = 0, 1, 1e-8);
        assertThat(found).containsExactly(0);
    }
}

package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorMathTest {

    /** What surrounds a slice; if it is read, the result is far off. */
    private static final float OUTSIDE = 1e6f;

    private interface Operation {
        void apply(float[] values, int from, float factor, float[] sums);
    }

    private interface Reference {
        double result(double sum, double value, double factor);
    }

    private static float[] embed(float[] slice, int offset) {
        float[] whole = new float[slice.length + 20];
        Arrays.fill(whole, OUTSIDE);
        System.arraycopy(slice, 0, whole, offset, slice.length);
        return whole;
    }

    /** Every size up to 40, so that vectorised loops leave every possible rest, at any place of a longer array. */
    private static void assertComputes(Operation operation, Reference reference) {
        Random random = new Random(1);
        for (int size = 0; size <= 40; size++) {
            for (int round = 0; round < 20; round++) {
                float[] values = Slow.random(random, size);
                float[] sums = Slow.random(random, size);
                float factor = (float) random.nextGaussian();
                int from = random.nextInt(20);
                float[] computed = sums.clone();
                operation.apply(embed(values, from), from, factor, computed);
                for (int j = 0; j < size; j++) {
                    double exact = reference.result(sums[j], values[j], factor);
                    // At most 3 roundings of the term and one of the sum, each relative to what it rounds.
                    double bound = Slow.ROUNDING * (4 * Math.abs(exact - sums[j]) + Math.abs(exact));
                    assertThat((double) computed[j]).isCloseTo(exact, within(bound));
                }
            }
        }
    }

    @Test
    void addsScaledValues() {
        assertComputes(VectorMath::addScaled, (sum, value, factor) -> sum + factor * value);
    }

    @Test
    void subtractsSquaresOfDifferences() {
        assertComputes(VectorMath::subtractSquares, (sum, value, query) -> sum - Math.pow(value - query, 2));
    }

    /** Negative controls: a wrong sign, a forgotten square and a result that is off by a millionth all fail. */
    @Test
    void theCheckSeesWrongFormulas() {
        assertRefuted(VectorMath::addScaled, (sum, value, factor) -> sum - factor * value);
        assertRefuted(VectorMath::addScaled, (sum, value, factor) -> sum + factor * value * 1.000001);
        assertRefuted(VectorMath::subtractSquares, (sum, value, query) -> sum - Math.abs(value - query));
        assertRefuted(VectorMath::subtractSquares, (sum, value, query) -> sum + Math.pow(value - query, 2));
    }

    /** Negative control: an operation that forgets the last value, or reads one place off, fails. */
    @Test
    void theCheckSeesForgottenAndMisplacedValues() {
        Reference reference = (sum, value, factor) -> sum + factor * value;
        assertRefuted(
                (values, from, factor, sums) -> {
                    for (int j = 0; j < sums.length - 1; j++) {
                        sums[j] += factor * values[from + j];
                    }
                },
                reference);
        assertRefuted(
                (values, from, factor, sums) -> {
                    for (int j = 0; j < sums.length; j++) {
                        sums[j] += factor * values[Math.max(0, from + j - 1)];
                    }
                },
                reference);
    }

    private static void assertRefuted(Operation operation, Reference reference) {
        assertThatThrownBy(() -> assertComputes(operation, reference)).isInstanceOf(AssertionError.class);
    }

    /** Once the JIT compiler has vectorised the loop, its results are the interpreter's, bit for bit. */
    @Test
    void givesTheSameBeforeAndAfterCompilation() {
        float[] values = Slow.random(new Random(2), 37);
        float[] first = new float[37];
        VectorMath.addScaled(values, 0, 1.7f, first);
        VectorMath.subtractSquares(values, 0, 0.3f, first);
        for (int i = 0; i < 20_000; i++) {
            float[] again = new float[37];
            VectorMath.addScaled(values, 0, 1.7f, again);
            VectorMath.subtractSquares(values, 0, 0.3f, again);
            assertThat(Arrays.equals(again, first)).isTrue();
        }
    }

    @Test
    void normaliseChangesNothingButItsSlice() {
        float[] values = {9, 3, 4, 9};
        VectorMath.normalise(values, 1, 2);
        assertThat(values).containsExactly(9, 0.6f, 0.8f, 9);
    }

    @Test
    void normReadsNothingButItsSlice() {
        assertThat(VectorMath.norm(new float[] {9, 3, 4, 9}, 1, 2)).isEqualTo(5);
        assertThat(VectorMath.norm(new float[] {9}, 1, 0)).isZero();
    }
}

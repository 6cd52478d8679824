package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorMathTest {

    /** What surrounds a slice; if it is read, the result is far off. */
    private static final float OUTSIDE = 1e6f;

    private static float[] embed(float[] slice, int offset) {
        float[] whole = new float[slice.length + 20];
        Arrays.fill(whole, OUTSIDE);
        System.arraycopy(slice, 0, whole, offset, slice.length);
        return whole;
    }

    @Test
    void addsScaledSlicesValueByValueForEverySizeAndPlace() {
        Random random = new Random(1);
        for (int size = 0; size <= 40; size++) {
            float[] values = Slow.random(random, size);
            float[] sums = Slow.random(random, size);
            float[] expected = new float[size];
            for (int j = 0; j < size; j++) {
                expected[j] = sums[j] + 0.3f * values[j];
            }
            int from = random.nextInt(20);
            VectorMath.addScaled(embed(values, from), from, 0.3f, sums);
            assertThat(sums).containsExactly(expected);
        }
    }

    @Test
    void subtractsSquaredDifferencesValueByValueForEverySizeAndPlace() {
        Random random = new Random(2);
        for (int size = 0; size <= 40; size++) {
            float[] values = Slow.random(random, size);
            float[] sums = new float[size];
            float[] expected = new float[size];
            for (int j = 0; j < size; j++) {
                expected[j] = -((values[j] - 0.5f) * (values[j] - 0.5f));
            }
            int from = random.nextInt(20);
            VectorMath.subtractSquares(embed(values, from), from, 0.5f, sums);
            assertThat(sums).containsExactly(expected);
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

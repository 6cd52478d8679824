package io.github.zsl4j.train.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConditionMapTest {

    private static EmbeddingMatrix conditions(int n) {
        Random random = new Random(1);
        float[] values = new float[n * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((i % 5 + 1) * random.nextGaussian() + 3);
        }
        return EmbeddingMatrix.of(EmbeddingSpace.of("five", 5), values);
    }

    @Test
    void hasMeanZeroAndTheIdentityAsCovariance() {
        EmbeddingMatrix conditions = conditions(40);
        ConditionMap map = ConditionMap.of(conditions, 3);
        assertThat(map.dimension()).isEqualTo(3);
        float[] mapped = map.apply(conditions);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double sum = 0;
                for (int i = 0; i < 40; i++) {
                    sum += mapped[3 * i + a] * mapped[3 * i + b] / 40;
                }
                assertThat(sum).isCloseTo(a == b ? 1 : 0, within(1e-4));
            }
        }
    }

    @Test
    void leavesDirectionsOutInWhichNothingDiffers() {
        assertThat(ConditionMap.of(conditions(3), 24).dimension()).isEqualTo(2);
    }

    /** Two directions in which a condition may be one thing or the other, and a third that only tells them apart. */
    @Test
    void keepsTheFewestComponentsThatHoldNearlyAllOfTheVariance() {
        assertThat(ConditionMap.of(crossed(0.2f), 24).dimension()).isEqualTo(2);
        assertThat(ConditionMap.of(crossed(0.5f), 24).dimension()).isEqualTo(3);
    }

    /** Variances of 1, 1 and the square of {@code third}. */
    private static EmbeddingMatrix crossed(float third) {
        float[] values = {1, 1, third, 1, -1, -third, -1, 1, -third, -1, -1, third};
        return EmbeddingMatrix.of(EmbeddingSpace.of("three", 3), values);
    }
}

package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoolingTest {

    /** Two texts of three tokens and two dimensions; the last token of the second is padding. */
    private static final float[] STATES = {1, 2, 3, 4, 5, 9, 10, 20, 30, 40, 99, 99};

    private static float[] pool(Pooling pooling, int text, int tokens) {
        float[] target = {-1, -1, -1, -1};
        pooling.pool(STATES, text * 6, tokens, target, 2, 2);
        assertThat(target).startsWith(-1, -1);
        return new float[] {target[2], target[3]};
    }

    @Test
    void averagesAllTokensOfTheText() {
        assertThat(pool(Pooling.MEAN, 0, 3)).containsExactly(3, 5);
        assertThat(pool(Pooling.MEAN, 0, 1)).containsExactly(1, 2);
    }

    @Test
    void leavesPaddingOut() {
        assertThat(pool(Pooling.MEAN, 1, 2)).containsExactly(20, 30);
    }

    @Test
    void takesTheFirstTokenOfTheText() {
        assertThat(pool(Pooling.CLS, 0, 3)).containsExactly(1, 2);
        assertThat(pool(Pooling.CLS, 1, 2)).containsExactly(10, 20);
    }

    @Test
    void takesTheLargestOfEveryComponent() {
        float[] states = {-1, -2, -3, -1, 5, 5};
        float[] max = new float[2];
        Pooling.MAX.pool(states, 0, 2, max, 0, 2);
        assertThat(max).containsExactly(-1, -1); // 5 is padding, and 0 would be no token at all
    }

    @Test
    void dividesByTheRootOfTheNumberOfTokens() {
        assertThat(pool(Pooling.MEAN_SQRT_LEN, 1, 2)[0]).isEqualTo((float) (40 / Math.sqrt(2)));
        assertThat(pool(Pooling.MEAN_SQRT_LEN, 0, 1)).containsExactly(1, 2);
    }

    @Test
    void takesTheLastTokenThatIsNotPadding() {
        assertThat(pool(Pooling.LAST_TOKEN, 0, 3)).containsExactly(5, 9);
        assertThat(pool(Pooling.LAST_TOKEN, 1, 2)).containsExactly(30, 40);
    }

    @Test
    void addsUpInDoublePrecision() {
        float[] states = new float[100_000];
        Arrays.fill(states, 0.1f);
        float[] mean = new float[1];
        Pooling.MEAN.pool(states, 0, states.length, mean, 0, 1);
        assertThat(mean[0]).isEqualTo(0.1f);
    }
}

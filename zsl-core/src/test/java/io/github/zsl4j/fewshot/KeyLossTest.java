package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient by hand against finite differences. */
class KeyLossTest {

    private static final double STEP = 1e-6;
    private static final int[] BATCH = {3, 0, 17, 8, 9};

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasTheGradientOfItsValue(boolean ownKeys) {
        SphereWorld world = new SphereWorld(2);
        KeyLoss loss = new KeyLoss(
                new TipAdapter(5, 3), SphereWorld.ranker(world.described(2)), world.examples(2, 1.5), ownKeys);
        double[] keys = loss.start();
        double[] gradient = new double[keys.length];
        loss.at(keys, BATCH, gradient);
        Random random = new Random(3);
        double[] ignored = new double[keys.length];
        double largest = 0;
        for (int trial = 0; trial < 60; trial++) {
            int k = random.nextInt(keys.length);
            double before = keys[k];
            keys[k] = before + STEP;
            double above = loss.at(keys, BATCH, ignored);
            keys[k] = before - STEP;
            double below = loss.at(keys, BATCH, ignored);
            keys[k] = before;
            // Second differences and rounding of a loss of about 1, over the step.
            assertThat(gradient[k]).isCloseTo((above - below) / (2 * STEP), within(1e-8));
            largest = Math.max(largest, Math.abs(gradient[k]));
        }
        assertThat(largest).as("the gradient is not just nothing").isGreaterThan(1e-4);
    }
}

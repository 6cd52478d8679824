package io.github.zsl4j.train.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Derivatives read what the computation left; the garbage collector must not have freed it. */
class GradientMemoryTest {

    private static final int NUMBERS = 200;

    /** Collects garbage, and writes over memory that became free. */
    private static List<ByteBuffer> reuseFreeMemory() throws InterruptedException {
        List<ByteBuffer> taken = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(20); // direct memory is freed by another thread
            for (int i = 0; i < 10 * NUMBERS; i++) {
                taken.add(ByteBuffer.allocateDirect(4)
                        .order(ByteOrder.nativeOrder())
                        .putFloat(1e20f));
            }
        }
        return taken;
    }

    private static Variable loss(Graph graph) {
        Variable x = graph.parameter("x");
        for (int i = 0; i < NUMBERS; i++) {
            x = x.scaled(i % 2 == 0 ? 2 : 0.5).plus(1);
        }
        try {
            assertThat(reuseFreeMemory()).isNotEmpty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return x.sum();
    }

    @Test
    void keepsNumbersUntilTheDerivativesAreTaken() {
        List<Parameter> parameters = List.of(new Parameter("x", 1, 3, new float[] {1, 2, 3}));
        Gradients gradients = Gradients.of(parameters, GradientMemoryTest::loss);
        assertThat(gradients.values().get(0)).containsExactly(1, 1, 1);
    }
}

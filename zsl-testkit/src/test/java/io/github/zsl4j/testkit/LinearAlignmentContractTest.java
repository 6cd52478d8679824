package io.github.zsl4j.testkit;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Random;

class LinearAlignmentContractTest extends AlignmentContract {

    private static float[] random(int size) {
        Random random = new Random(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Override
    protected Alignment alignment() {
        return LinearAlignment.of(EmbeddingSpace.of("from", 37), EmbeddingSpace.of("to", 19), random(37 * 19))
                .withCentre(random(37))
                .withBias(random(19))
                .withUnitLength();
    }
}

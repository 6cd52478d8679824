package io.github.zsl4j.train.gradient;

import java.util.Random;

/** Independent values of mean 0 and variance 1. */
public final class Noise {

    private Noise() {}

    public static float[] normal(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}

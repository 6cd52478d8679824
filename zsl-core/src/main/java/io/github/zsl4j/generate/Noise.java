package io.github.zsl4j.generate;

import java.util.Random;

/** Independent numbers of the standard normal distribution. */
final class Noise {

    private Noise() {}

    /** [rows, columns], row-major; more rows begin with those of fewer. */
    static float[] normal(int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[] values = new float[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static void requireSamples(int perClass) {
        if (perClass < 1) {
            throw new IllegalArgumentException("At least 1 sample of each class is asked for, not " + perClass);
        }
    }
}

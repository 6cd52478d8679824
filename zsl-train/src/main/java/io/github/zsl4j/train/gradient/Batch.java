package io.github.zsl4j.train.gradient;

import java.util.Random;

/**
 * What one step is computed from.
 *
 * @param items pictures, as rows of the features, or numbers of episodes
 * @param random for a method that draws something itself; what it gives depends on the seed and on the steps before in the
 *     same epoch
 * @param step how many steps the training has done before, for a method whose networks take turns
 */
public record Batch(int[] items, Random random, long step) {

    /** The first step. */
    public Batch(int[] items, Random random) {
        this(items, random, 0);
    }
}

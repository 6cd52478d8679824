package io.github.zsl4j.train.gradient;

import java.util.Random;
import java.util.SplittableRandom;

/** Independent sources of chance from one seed. What an epoch draws depends on no other epoch, so that it can be resumed. */
public final class Seeds {

    private Seeds() {}

    /**
     * A source of its own for each stream of each seed.
     *
     * @param stream any number: the epoch, or a negative one for what comes before the first
     */
    public static Random random(long seed, long stream) {
        SplittableRandom mixer = new SplittableRandom(seed);
        return new Random(new SplittableRandom(mixer.nextLong() + stream).nextLong());
    }

    /** The numbers from 0 to {@code count} - 1 in random order. */
    public static int[] shuffled(int count, Random random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

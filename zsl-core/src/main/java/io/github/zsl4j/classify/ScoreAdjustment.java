package io.github.zsl4j.classify;

/**
 * Changes the scores of one input before they are ranked: what is known of the classes beyond their prototypes, such as
 * which were trained with. Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface ScoreAdjustment {

    /**
     * @param scores one per class, in the order of the ranker's labels; not written to
     * @return one per class, in the same order
     * @throws IllegalArgumentException if the adjustment was made for another number of classes
     */
    double[] adjust(double[] scores);
}

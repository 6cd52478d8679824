package io.github.zsl4j.train;

/**
 * How the learning rate changes from epoch to epoch. Implementations are immutable values, and their text
 * ({@code toString}) tells different ones apart, so that a run is never resumed with another.
 */
public interface Schedule {

    /**
     * What the learning rate is multiplied with.
     *
     * @param epoch from 0 to {@code epochs} - 1
     * @param epochs of the training
     * @return at least 0
     */
    double factor(int epoch, int epochs);

    /** The learning rate stays. */
    static Schedule constant() {
        return new StepSchedule(Integer.MAX_VALUE, 1);
    }

    /** The learning rate falls along half a cosine, from all of it in the first epoch towards 0 after the last. */
    static Schedule cosine() {
        return new CosineSchedule();
    }

    /**
     * The learning rate is multiplied with {@code factor} after every {@code every} epochs.
     *
     * @param every at least 1
     * @param factor above 0, usually below 1
     * @throws IllegalArgumentException if either is out of its range
     */
    static Schedule step(int every, double factor) {
        return new StepSchedule(every, factor);
    }
}

package io.github.zsl4j.classify;

/** Turns the scores of one input into probabilities. Implementations are immutable and thread-safe. */
public interface Calibration {

    /** The logit scale, 1 / temperature: how sharply a difference of scores counts; above 0. */
    double scale();

    /**
     * @param scores one per class, finite
     * @return one per class, each in [0, 1], in the same order as the scores
     * @throws IllegalArgumentException if a score is not finite
     */
    double[] probabilities(double[] scores);

    /**
     * One class is right: exp(scale s_i) / sum_j exp(scale s_j), as in CLIP (Radford et al., ICML 2021). The
     * probabilities sum to one.
     *
     * @param scale above 0
     */
    static Calibration softmax(double scale) {
        return new SoftmaxCalibration(scale);
    }
}

package io.github.zsl4j.classify;

/**
 * Turns the scores of one input into probabilities. Implementations are immutable and thread-safe.
 *
 * <p>Any model's scores may be read either way, but a model is calibrated only for the way it was trained. A softmax over
 * SigLIP's scores tells which one of the labels fits best, and the bias cancels out. CLIP learned differences of scores
 * only, so a sigmoid over its scores means nothing before scale and bias are fitted: see {@link PlattScaling}.
 */
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

    /**
     * Each class is right or wrong by itself: 1 / (1 + exp(-(scale s_i + bias))), as in SigLIP (Zhai et al., "Sigmoid
     * Loss for Language Image Pre-Training", ICCV 2023). The probabilities need not sum to one.
     *
     * @param scale above 0
     * @param bias the log odds of a class that scores 0; SigLIP's is about -13
     */
    static Calibration sigmoid(double scale, double bias) {
        return new SigmoidCalibration(scale, bias);
    }
}

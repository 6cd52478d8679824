package io.github.zsl4j.classify;

import java.io.Serializable;

/**
 * How sure a ranking is that its input belongs to one of its classes at all; higher is surer. Values can be compared
 * between rankings of the same classes by the same model. Implementations are immutable and thread-safe.
 */
public interface Confidence extends Serializable {

    /** The confidence of one ranking; finite. */
    double of(Ranking ranking);

    /**
     * The probability of the best label, in [0, 1] (Hendrycks and Gimpel, "A Baseline for Detecting Misclassified and
     * Out-of-Distribution Examples in Neural Networks", ICLR 2017). After a softmax it says how far the best label is
     * ahead of the others; of independent labels, how likely it is by itself.
     */
    static Confidence maximumProbability() {
        return Maximum.PROBABILITY;
    }

    /** The score of the best label: how well it fits, whatever the others do. */
    static Confidence maximumScore() {
        return Maximum.SCORE;
    }

    /**
     * The negative energy (1 / scale) ln sum_i exp(scale s_i) of all scores (Liu, Wang, Owens and Li, "Energy-based
     * Out-of-distribution Detection", NeurIPS 2020): how well all labels together fit. It tends to the best score as the
     * scale grows.
     *
     * @param scale 1 / T in the paper, above 0; usually the scale of the ranker's calibration
     */
    static Confidence energy(double scale) {
        return new Energy(scale);
    }
}

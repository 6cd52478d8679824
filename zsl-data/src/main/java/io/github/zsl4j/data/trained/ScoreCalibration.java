package io.github.zsl4j.data.trained;

/**
 * How scores are read as probabilities: softmax of {@code scale * (score - gamma [class is seen])}.
 *
 * <p><b>References:</b> for gamma: Chao, Changpinyo, Gong and Sha, "An Empirical Study and Analysis of Generalized Zero-Shot
 * Learning for Object Recognition in the Wild", ECCV 2016 (calibrated stacking).
 *
 * @param scale the logit scale of the softmax, above 0
 * @param gamma what is taken from the scores of seen classes, finite; 0 if nothing is
 */
public record ScoreCalibration(double scale, double gamma) {

    /** @throws IllegalArgumentException if the scale is not above 0, or either is not finite */
    public ScoreCalibration {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale must be above 0 and finite, not " + scale);
        }
        if (!Double.isFinite(gamma)) {
            throw new IllegalArgumentException("gamma must be finite, not " + gamma);
        }
    }
}

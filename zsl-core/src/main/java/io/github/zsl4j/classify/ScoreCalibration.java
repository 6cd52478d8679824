package io.github.zsl4j.classify;

/**
 * How the scores of an alignment are read as probabilities: softmax of scale * (score - constant [class is seen]), which is
 * calibrated stacking and a temperature, both fitted on classes held out from training.
 *
 * @param scale the logit scale of the softmax, above 0
 * @param constant γ of {@link CalibratedStacking}, finite; 0 if nothing is taken from seen classes
 */
public record ScoreCalibration(double scale, double constant) {

    /** @throws IllegalArgumentException if the scale is not above 0, or either is not finite */
    public ScoreCalibration {
        Scores.requireScale(scale);
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("The constant must be finite, not " + constant);
        }
    }
}

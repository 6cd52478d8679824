package io.github.zsl4j.classify;

/**
 * A calibration fitted to labelled examples, with the mean negative log-likelihood of their labels in nats: the lower, the
 * better do probabilities say what happens. To judge a fit, measure examples that it has not seen.
 *
 * @param calibration the fitted one
 * @param nllBefore under the calibration that the fit started with
 * @param nllAfter under the fitted one
 * @param converged false if the examples do not determine the calibration; the method that fits says what is given then
 */
public record CalibrationFit(Calibration calibration, double nllBefore, double nllAfter, boolean converged) {}

package io.github.zsl4j.protocol;

/**
 * What was learned on validation classes about the scores of a method.
 *
 * @param constant γ of calibrated stacking, taken from the scores of seen classes
 * @param scale of the softmax that turns the scores after that into probabilities, above 0
 */
public record ScoreCalibration(double constant, double scale) {}

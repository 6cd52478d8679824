package io.github.zsl4j.classify;

import io.github.zsl4j.evaluate.LabelledScores;

/**
 * Fits the scale (1 / temperature) of a softmax to labelled examples: the one that minimises the negative log-likelihood,
 * which is convex in it. The order of labels, and so the accuracy, stays.
 *
 * <p><b>References:</b> Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
 */
public final class TemperatureScaling {

    /** Scales are searched between those at which the largest difference of scores counts these much. */
    private static final double LOWEST = 1e-6;

    private static final double HIGHEST = 1e6;
    private static final double PRECISION = 1e-12;

    private TemperatureScaling() {}

    /**
     * The most likely scale. Two kinds of examples have none, and {@link CalibrationFit#converged} tells: if every
     * example's class scores highest (as may happen with a few easy ones) or all scores are equal, likelihood knows no
     * end or no change, and the start's scale is kept; if right classes score lower than the others on average, the
     * lowest scale is given, at which all labels are as good as equally probable.
     *
     * @param examples scores of a ranker for pictures of known class, ideally some hundreds. Rank with
     *     {@link PrototypeRanker#withCalibration} afterwards: it keeps the scores as they were
     * @param startScale the scale so far, above 0
     */
    public static CalibrationFit fit(LabelledScores examples, double startScale) {
        Scores.requireScale(startScale);
        SoftmaxLikelihood likelihood = new SoftmaxLikelihood(examples);
        double start = likelihood.sharpness(startScale);
        boolean unbounded = likelihood.at(HIGHEST).slope() <= 0;
        boolean useless = !unbounded && likelihood.at(LOWEST).slope() >= 0;
        double best = unbounded ? start : useless ? LOWEST : root(likelihood, start);
        double scale = unbounded ? startScale : likelihood.scale(best);
        return new CalibrationFit(
                Calibration.softmax(scale),
                likelihood.at(start).nll(),
                likelihood.at(best).nll(),
                !unbounded && !useless);
    }

    /** Newton's method, and bisection of the logarithm where that would leave the bracket or does not halve its steps. */
    private static double root(SoftmaxLikelihood likelihood, double start) {
        double low = LOWEST;
        double high = HIGHEST;
        double x = Math.max(low, Math.min(high, start));
        double lastStep = high - low;
        while (true) {
            SoftmaxLikelihood.Point point = likelihood.at(x);
            if (point.slope() > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - point.slope() / point.curvature();
            if (!(next >= low && next <= high && Math.abs(next - x) <= lastStep / 2)) {
                next = Math.sqrt(low) * Math.sqrt(high);
            }
            lastStep = Math.abs(next - x);
            if (lastStep <= PRECISION * x) {
                return next;
            }
            x = next;
        }
    }
}

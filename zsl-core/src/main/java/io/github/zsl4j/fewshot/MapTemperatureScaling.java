package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.CalibrationFit;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.Arrays;

/**
 * Temperature scaling for few examples: the scale s of a softmax that minimises
 *
 * <pre>Σ_i -log p_s(y_i) + m mean_i Σ_j -p_start(j) log p_s(j)</pre>
 *
 * which is what {@link io.github.zsl4j.classify.TemperatureScaling} minimises, and m = 10 examples that bear out the scale
 * so far. So a few examples that are all right do not lead to boundless confidence, and many examples decide by themselves.
 * The function is convex in s.
 *
 * <p><b>References:</b> Guo et al., "On Calibration of Modern Neural Networks", ICML 2017; the prior is the conjugate one
 * of an exponential family.
 */
public final class MapTemperatureScaling {

    /** m: chosen among 1, 2, 5 and 10 on 2 to 100 classes of Caltech-101 with 2 to 5 examples. */
    private static final double PRIOR_EXAMPLES = 10;

    /** The search is within these factors of the scale at which the largest difference of scores counts 1. */
    private static final double REACH = 1e6;

    private static final int HALVINGS = 80;

    private final LabelledScores examples;
    private final double[][] rows;
    private final double[] priorMeans;

    private MapTemperatureScaling(LabelledScores examples, double startScale) {
        this.examples = examples;
        this.rows = new double[examples.rows()][examples.classes()];
        this.priorMeans = new double[rows.length];
        Calibration start = Calibration.softmax(startScale);
        for (int i = 0; i < rows.length; i++) {
            int row = i;
            Arrays.setAll(rows[i], j -> examples.score(row, j) - examples.score(row, examples.label(row)));
            priorMeans[i] = mean(start, rows[i]);
        }
    }

    /**
     * @param examples scores of examples that they were not learned from
     * @param startScale the scale so far, above 0
     * @return the fitted softmax; not converged, with the lowest scale, if right classes score lower than the others on
     *     average; with the scale so far if all scores are equal
     */
    public static CalibrationFit fit(LabelledScores examples, double startScale) {
        MapTemperatureScaling problem = new MapTemperatureScaling(examples, startScale);
        double range = Arrays.stream(problem.rows)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        boolean flat = range < Double.MIN_NORMAL * REACH;
        boolean useless = !flat && problem.slope(1 / (range * REACH)) >= 0;
        double scale = flat ? startScale : useless ? 1 / (range * REACH) : problem.root(range);
        return new CalibrationFit(
                Calibration.softmax(scale), problem.nll(startScale), problem.nll(scale), !flat && !useless);
    }

    private double root(double range) {
        double low = 1 / (range * REACH);
        double high = REACH / range;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low) * Math.sqrt(high);
            if (slope(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.sqrt(low) * Math.sqrt(high);
    }

    /** The derivative of the function, over n. Scores are differences to the right one, whose own is 0. */
    private double slope(double scale) {
        double weight = PRIOR_EXAMPLES / rows.length;
        Calibration softmax = Calibration.softmax(scale);
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += (1 + weight) * mean(softmax, rows[i]) - weight * priorMeans[i];
        }
        return sum;
    }

    private static double mean(Calibration softmax, double[] scores) {
        double[] p = softmax.probabilities(scores);
        double mean = 0;
        for (int j = 0; j < p.length; j++) {
            mean += p[j] * scores[j];
        }
        return mean;
    }

    private double nll(double scale) {
        return NegativeLogLikelihood.mean(examples, scale);
    }
}

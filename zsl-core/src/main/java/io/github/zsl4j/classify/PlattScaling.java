package io.github.zsl4j.classify;

import io.github.zsl4j.classify.SigmoidLikelihood.Line;
import io.github.zsl4j.classify.SigmoidLikelihood.Newton;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fits scale and bias of a sigmoid to scores that are known to be right or wrong, by Newton's method with backtracking.
 * Instead of 1 and 0 the probabilities aimed at are (N+ + 1) / (N+ + 2) for N+ right scores and 1 / (N- + 2) for N- wrong
 * ones, so that few or perfectly separated examples still have one best, finite answer.
 *
 * <p><b>References:</b> Platt, "Probabilistic outputs for support vector machines", 1999; Lin, Lin and Weng, "A note on
 * Platt's probabilistic outputs for support vector machines", Machine Learning 68, 2007.
 */
public final class PlattScaling {

    /** The lowest slope over scores that are brought to [-1, 1]. */
    private static final double LOWEST = 1e-6;

    private static final int MOST_STEPS = 100;
    private static final double SHORTEST = 1e-10;
    private static final double FLAT = 1e-14;

    private PlattScaling() {}

    /**
     * As {@link #fit(double[], boolean[], double, double)}, with every pair of an example and a class: right for the
     * example's own class, wrong for all others.
     */
    public static CalibrationFit fit(LabelledScores examples, double startScale, double startBias) {
        int c = examples.classes();
        int pairs = Math.multiplyExact(examples.rows(), c);
        double[] scores = IntStream.range(0, pairs)
                .mapToDouble(i -> examples.score(i / c, i % c))
                .toArray();
        boolean[] right = new boolean[pairs];
        for (int i = 0; i < examples.rows(); i++) {
            right[i * c + examples.label(i)] = true;
        }
        return fit(scores, right, startScale, startBias);
    }

    /**
     * The best scale and bias. Where higher scores are not right more often, {@link CalibrationFit#converged} is false
     * and the scale is so low that every score gets about the same probability, the share of right ones.
     *
     * @param scores of pairs of an input and a class, at least one, finite
     * @param right whether the class is right for the input, one per score
     * @param startScale the scale so far, above 0
     * @param startBias the bias so far
     * @throws IllegalArgumentException if there is no score, the lengths differ or a score is not finite
     */
    public static CalibrationFit fit(double[] scores, boolean[] right, double startScale, double startBias) {
        if (scores.length == 0 || scores.length != right.length) {
            throw new IllegalArgumentException(
                    scores.length + " scores and " + right.length + " truths; as many are needed, at least one");
        }
        Scores.requireFinite(scores);
        Scores.requireScale(startScale);
        Span span = Span.of(scores);
        double[] targets = targets(right);
        double mean = Arrays.stream(targets).average().orElseThrow();
        Line base = new Line(0, Math.log(mean / (1 - mean)));
        Line best = minimum(new SigmoidLikelihood(span.apply(scores), targets), base);
        boolean rising = best.slope() > LOWEST;
        Line line = span.undo(rising ? best : base.plus(new Line(1, 0), LOWEST));
        SigmoidLikelihood likelihood = new SigmoidLikelihood(scores, truths(right));
        return new CalibrationFit(
                Calibration.sigmoid(line.slope(), line.intercept()),
                likelihood.at(new Line(startScale, startBias)),
                likelihood.at(line),
                rising);
    }

    private static double[] truths(boolean[] right) {
        return IntStream.range(0, right.length)
                .mapToDouble(i -> right[i] ? 1 : 0)
                .toArray();
    }

    private static double[] targets(boolean[] right) {
        double ones = Arrays.stream(truths(right)).sum();
        double high = (ones + 1) / (ones + 2);
        double low = 1 / (right.length - ones + 2);
        return IntStream.range(0, right.length)
                .mapToDouble(i -> right[i] ? high : low)
                .toArray();
    }

    private static Line minimum(SigmoidLikelihood likelihood, Line start) {
        Line line = start;
        for (int i = 0; i < MOST_STEPS; i++) {
            Newton newton = likelihood.newton(line);
            if (-newton.descent() < FLAT) {
                return line.plus(newton.step(), 1); // its error is the square of this one's
            }
            double factor = 1;
            double value = likelihood.at(line);
            while (factor > SHORTEST
                    && !(likelihood.at(line.plus(newton.step(), factor)) < value + 1e-4 * factor * newton.descent())) {
                factor /= 2;
            }
            line = line.plus(newton.step(), factor);
        }
        return line;
    }

    /** Scores brought to [-1, 1] and back, so that one ridge and one precision suit all scores. */
    private record Span(double middle, double half) {

        static Span of(double[] scores) {
            double high = Arrays.stream(scores).max().orElseThrow();
            double low = Arrays.stream(scores).min().orElseThrow();
            double half = high / 2 - low / 2;
            return new Span(low / 2 + high / 2, half < 1e-100 ? 1 : half);
        }

        double[] apply(double[] scores) {
            return Arrays.stream(scores).map(s -> (s - middle) / half).toArray();
        }

        Line undo(Line line) {
            double scale = line.slope() / half;
            return new Line(scale, line.intercept() - scale * middle);
        }
    }
}

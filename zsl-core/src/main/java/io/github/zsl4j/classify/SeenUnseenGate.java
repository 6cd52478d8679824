package io.github.zsl4j.classify;

import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.evaluate.SeenUnseenCurve;
import java.util.stream.IntStream;

/**
 * A gate between seen and unseen classes: first the probability that the input is of a seen class, then the classes of
 * either side among themselves. Adjusted scores are log probabilities, so the calibration to use with them is a softmax of
 * scale 1. Immutable and thread-safe.
 *
 * <pre>p(y | x) = g softmax_seen(t F(x, y)) for seen y,  (1 - g) softmax_unseen(t F(x, y)) for others
 * g = 1 / (1 + exp(-(a m + b)))</pre>
 *
 * where m is by how much the best seen class is above the best unseen one.
 *
 * <p><b>References:</b> Socher, Ganjoo, Manning and Ng, "Zero-Shot Learning Through Cross-Modal Transfer", NIPS 2013;
 * Atzmon and Chechik, "Adaptive Confidence Smoothing for Generalized Zero-Shot Learning", CVPR 2019.
 */
public final class SeenUnseenGate implements ScoreAdjustment {

    private final SigmoidCalibration gate;
    private final double scale;
    private final SeenClasses classes;

    private SeenUnseenGate(SigmoidCalibration gate, double scale, SeenClasses classes) {
        this.gate = gate;
        this.scale = scale;
        this.classes = classes;
    }

    /**
     * The most likely a and b, and t by {@link TemperatureScaling} over all classes.
     *
     * @param examples of seen classes (pictures that were not trained with) and of classes held out from training, with
     *     their scores for both kinds of classes
     * @param seen for each class whether it was trained with
     * @throws IllegalArgumentException if either side has no class
     */
    public static SeenUnseenGate fit(LabelledScores examples, boolean... seen) {
        SeenClasses classes = new SeenClasses(seen);
        double[] margins = IntStream.range(0, examples.rows())
                .mapToDouble(row -> SeenUnseenCurve.margin(examples, row, c -> seen[c]))
                .toArray();
        boolean[] ofSeen = new boolean[margins.length];
        for (int i = 0; i < ofSeen.length; i++) {
            ofSeen[i] = seen[examples.label(i)];
        }
        SigmoidCalibration gate =
                (SigmoidCalibration) PlattScaling.fit(margins, ofSeen, 1, 0).calibration();
        return new SeenUnseenGate(
                gate, TemperatureScaling.fit(examples, 1).calibration().scale(), classes);
    }

    /** The same gate among other classes. */
    public SeenUnseenGate forClasses(boolean... seen) {
        return new SeenUnseenGate(gate, scale, new SeenClasses(seen));
    }

    @Override
    public double[] adjust(double[] scores) {
        classes.requireMatching(scores);
        double logit = gate.scale() * (classes.best(scores, true) - classes.best(scores, false)) + gate.bias();
        double[] adjusted = new double[scores.length];
        side(scores, true, logSigmoid(logit), adjusted);
        side(scores, false, logSigmoid(-logit), adjusted);
        return adjusted;
    }

    /** ln(1 / (1 + exp(-x))), finite for all finite x. */
    private static double logSigmoid(double x) {
        return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
    }

    private void side(double[] scores, boolean seen, double logShare, double[] adjusted) {
        double total =
                LogSumExp.of(classes.indices(seen).mapToDouble(c -> scores[c]).toArray(), scale);
        classes.indices(seen).forEach(c -> adjusted[c] = logShare + scale * (scores[c] - total));
    }

    @Override
    public String toString() {
        return "Gate between seen and unseen, seen are " + classes;
    }
}

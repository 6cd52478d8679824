package io.github.zsl4j.classify;

import io.github.zsl4j.evaluate.Threshold;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * "None of these": rejects rankings of low confidence, as open-set recognition asks for. The threshold holds for the list
 * of classes and the model that it was chosen with. Immutable and thread-safe.
 *
 * @param threshold the lowest confidence that is accepted, not NaN
 */
public record Rejection(Confidence confidence, double threshold) implements Serializable {

    /** @throws IllegalArgumentException if the threshold is NaN */
    public Rejection {
        Objects.requireNonNull(confidence, "confidence");
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("The threshold is NaN");
        }
    }

    /**
     * The strictest rejection that keeps a share of what belongs to the classes: a true-accept rate. Rankings as
     * confident as the threshold are kept.
     *
     * @param share of the rankings that at least is accepted, in (0, 1]
     * @param known rankings of validation pictures of the classes, at least one
     */
    public static Rejection keeping(double share, Confidence confidence, List<Ranking> known) {
        return new Rejection(confidence, Threshold.passedByAtLeast(share, confidences(confidence, known)));
    }

    /**
     * The most lenient rejection that lets no more than a share of foreign pictures pass: a false-accept rate. Equally
     * confident rankings pass or fail together.
     *
     * @param share of the rankings that at most is accepted, in [0, 1]
     * @param unknown rankings of validation pictures that belong to none of the classes, at least one
     */
    public static Rejection admitting(double share, Confidence confidence, List<Ranking> unknown) {
        return new Rejection(confidence, Threshold.passedByAtMost(share, confidences(confidence, unknown)));
    }

    private static double[] confidences(Confidence confidence, List<Ranking> rankings) {
        return rankings.stream().mapToDouble(confidence::of).toArray();
    }

    public Decision decide(Ranking ranking) {
        return new Decision(ranking, confidence.of(ranking), threshold);
    }
}

package io.github.zsl4j.protocol;

import io.github.zsl4j.align.ZeroShotScorer;
import io.github.zsl4j.classify.CalibratedStacking;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.evaluate.SeenUnseenAccuracy;
import io.github.zsl4j.evaluate.SeenUnseenCurve;
import java.util.List;

/**
 * What a method has learned, and its scores for pictures that it was not trained with. Thread-safe.
 */
public final class Judgement {

    private final LabelledScores scores;
    private final boolean[] seen;
    private final Fit fit;
    private final SeenUnseenCurve curve;

    /**
     * What training gave.
     *
     * @param seconds that it took
     * @param unit the size of the scores, above 0
     */
    record Fit(ZeroShotScorer scorer, double seconds, double unit) {}

    Judgement(Fit fit, LabelledScores scores, boolean[] seen) {
        this.fit = fit;
        this.scores = scores;
        this.seen = seen.clone();
        this.curve = SeenUnseenCurve.of(scores, c -> this.seen[c]);
    }

    /** What was fitted. */
    public ZeroShotScorer scorer() {
        return fit.scorer();
    }

    /** The scores of all pictures for all classes, seen and unseen. */
    public LabelledScores scores() {
        return scores;
    }

    /** For each class whether it was trained with. */
    public boolean[] seen() {
        return seen.clone();
    }

    /** How long training took. */
    public double seconds() {
        return fit.seconds();
    }

    /** The size of the scores; constants of calibrated stacking are carried from fold to fold in this unit. */
    double unit() {
        return fit.unit();
    }

    /** Seen against unseen accuracy. */
    public SeenUnseenCurve curve() {
        return curve;
    }

    /** T1: mean per-class accuracy of unseen classes' pictures when only unseen classes are to choose from. */
    public double unseenAccuracy() {
        List<SeenUnseenCurve.Point> points = curve.points();
        return points.get(points.size() - 1).accuracy().unseen();
    }

    /** The accuracies among all classes, with {@code constant} taken from seen classes' scores; 0 for plain scores. */
    public SeenUnseenAccuracy accuracy(double constant) {
        return curve.at(constant);
    }

    /** The scores with {@code constant} taken from those of seen classes. */
    public LabelledScores stacked(double constant) {
        return scores.map(CalibratedStacking.of(constant, seen)::adjust);
    }
}

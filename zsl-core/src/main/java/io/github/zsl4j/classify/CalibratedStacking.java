package io.github.zsl4j.classify;

/**
 * Generalised zero-shot learning favours the classes that were trained with; so a constant is taken from their scores
 * before they compete with unseen classes. Immutable and thread-safe.
 *
 * <pre>ŷ = argmax_y F(x, y) - γ [y is seen]</pre>
 *
 * <p><b>References:</b> Chao, Changpinyo, Gong and Sha, "An Empirical Study and Analysis of Generalized Zero-Shot Learning
 * for Object Recognition in the Wild", ECCV 2016.
 */
public final class CalibratedStacking implements ScoreAdjustment {

    private final double constant;
    private final SeenClasses classes;

    private CalibratedStacking(double constant, SeenClasses classes) {
        this.constant = constant;
        this.classes = classes;
    }

    /**
     * @param constant γ, finite; fit it to classes held out from training, never to the test classes
     * @param seen for each class whether it was trained with; copied
     */
    public static CalibratedStacking of(double constant, boolean... seen) {
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("The constant must be finite, not " + constant);
        }
        return new CalibratedStacking(constant, new SeenClasses(seen));
    }

    /** γ. */
    public double constant() {
        return constant;
    }

    @Override
    public double[] adjust(double[] scores) {
        classes.requireMatching(scores);
        double[] adjusted = scores.clone();
        classes.indices(true).forEach(c -> adjusted[c] -= constant);
        return adjusted;
    }

    @Override
    public String toString() {
        return "Calibrated stacking by " + constant + " on " + classes;
    }
}

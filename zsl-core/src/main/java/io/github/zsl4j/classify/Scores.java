package io.github.zsl4j.classify;

/** What calibrations ask of scores and scales. */
final class Scores {

    private Scores() {}

    static void requireScale(double scale) {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("The scale must be above 0 and finite, not " + scale);
        }
    }

    static void requireFinite(double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("Scores must be finite; score " + i + " is " + scores[i]);
            }
        }
    }
}

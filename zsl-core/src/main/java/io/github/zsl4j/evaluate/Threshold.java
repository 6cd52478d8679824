package io.github.zsl4j.evaluate;

/**
 * Thresholds of which a wanted share of a sample is on the right side. A value passes a threshold if it is not below it.
 * The shares are those of the sample, exactly and whatever values are equal; of n further values from the same source
 * the share differs, typically by 1 / sqrt(n).
 */
public final class Threshold {

    private Threshold() {}

    /**
     * The highest threshold that at least a share of the values passes; it is one of them.
     *
     * @param values at least one, all finite
     * @param share in (0, 1]
     */
    public static double passedByAtLeast(double share, double[] values) {
        double[] sorted = sorted(values);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("The share must be above 0 and at most 1, not " + share);
        }
        int n = sorted.length;
        int needed = (int) (share * n); // may be short of it by rounding as well as by the fraction
        while ((double) needed / n < share) {
            needed++;
        }
        return sorted[n - Math.max(1, needed)];
    }

    /**
     * The lowest threshold that at most a share of the values passes: just above one of them, so that values equal to it
     * fail together; or minus infinity where all may pass.
     *
     * @param values at least one, all finite
     * @param share in [0, 1]
     */
    public static double passedByAtMost(double share, double[] values) {
        double[] sorted = sorted(values);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share must be in [0, 1], not " + share);
        }
        int n = sorted.length;
        int allowed = (int) (share * n) + 1;
        while ((double) allowed / n > share) {
            allowed--;
        }
        return allowed >= n ? Double.NEGATIVE_INFINITY : Math.nextUp(sorted[n - 1 - allowed]);
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A threshold needs at least one value");
        }
        return SortedValues.ascending(values);
    }
}

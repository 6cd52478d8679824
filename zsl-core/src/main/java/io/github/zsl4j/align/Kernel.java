package io.github.zsl4j.align;

/**
 * How alike two vectors are, by a positive definite function.
 *
 * @param kind the function
 * @param width how far likeness reaches, above 0
 */
public record Kernel(Kind kind, double width) {

    /** The functions. */
    public enum Kind {
        /** exp((cos(a, b) - 1) / width), the Gaussian on the unit sphere with width = 2 sigma^2 / 2. */
        COSINE,
        /** exp(-|a - b|^2 / (2 width^2)). */
        GAUSSIAN
    }

    /** @throws IllegalArgumentException if the width is not above 0 and finite */
    public Kernel {
        java.util.Objects.requireNonNull(kind, "kind");
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("The width of a kernel is above 0 and finite, not " + width);
        }
    }

    /** The likeness of the vectors that begin at {@code offset} in {@code b} and at 0 in {@code a}, in [0, 1]. */
    double of(double[] a, float[] b, int offset) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        double distance = 0;
        for (int j = 0; j < a.length; j++) {
            double y = b[offset + j];
            dot += a[j] * y;
            aa += a[j] * a[j];
            bb += y * y;
            distance += (a[j] - y) * (a[j] - y);
        }
        if (kind == Kind.GAUSSIAN) {
            return Math.exp(-distance / (2 * width * width));
        }
        double cosine = aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
        return Math.exp((cosine - 1) / width);
    }
}

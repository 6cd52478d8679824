package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingSpace;

/** The map y = (x - c) * f of each component by itself. Immutable and thread-safe. */
public final class ScalingAlignment extends RowMap {

    private final float[] centre;
    private final float[] factors;

    private ScalingAlignment(EmbeddingSpace source, EmbeddingSpace target, float[] centre, float[] factors) {
        super(source, target);
        this.centre = centre;
        this.factors = factors;
    }

    /**
     * @param source of dimension d
     * @param target of dimension d
     * @param centre c [d], finite; copied
     * @param factors f [d], finite; copied
     * @throws IllegalArgumentException if the dimensions differ or a value is not finite
     */
    public static ScalingAlignment of(EmbeddingSpace source, EmbeddingSpace target, float[] centre, float[] factors) {
        int d = source.dimension();
        if (target.dimension() != d) {
            throw new IllegalArgumentException(
                    "Scaling keeps the dimension; " + source + " and " + target + " have different ones");
        }
        return new ScalingAlignment(
                source,
                target,
                Numbers.requireFinite("centre", centre, d),
                Numbers.requireFinite("factors", factors, d));
    }

    /** c [d]; a copy. */
    public float[] centre() {
        return centre.clone();
    }

    /** f [d]; a copy. */
    public float[] factors() {
        return factors.clone();
    }

    @Override
    double[] map(double[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = (row[j] - centre[j]) * factors[j];
        }
        return row;
    }

    @Override
    public String toString() {
        return "Scaling of " + source();
    }
}

package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/**
 * The affine map y = (x - c) W + b, with its results scaled to length 1 if wanted. Sums are taken in double precision; a
 * result beyond the range of floats is refused. Immutable and thread-safe.
 */
public final class LinearAlignment extends RowMap {

    private final float[] weights;
    private final float[] centre;
    private final float[] bias;
    private final boolean unitLength;

    private LinearAlignment(LinearAlignment base, float[] centre, float[] bias, boolean unitLength) {
        super(base.source(), base.target());
        this.weights = base.weights;
        this.centre = centre;
        this.bias = bias;
        this.unitLength = unitLength;
    }

    private LinearAlignment(EmbeddingSpace source, EmbeddingSpace target, float[] weights) {
        super(Objects.requireNonNull(source, "source"), Objects.requireNonNull(target, "target"));
        this.weights = Numbers.requireFinite("weights", weights, (long) source.dimension() * target.dimension());
        this.centre = new float[source.dimension()];
        this.bias = new float[target.dimension()];
        this.unitLength = false;
    }

    /**
     * The map x W.
     *
     * @param source of dimension d
     * @param target of dimension e
     * @param weights W [d, e], row-major, finite; copied
     * @throws IllegalArgumentException if there are not d e weights or one is not finite
     */
    public static LinearAlignment of(EmbeddingSpace source, EmbeddingSpace target, float[] weights) {
        return new LinearAlignment(source, target, weights);
    }

    /**
     * The same map with b added to its results before they are scaled.
     *
     * @param values b [e], finite; copied
     */
    public LinearAlignment withBias(float[] values) {
        return new LinearAlignment(
                this, centre, Numbers.requireFinite("bias", values, target().dimension()), unitLength);
    }

    /**
     * The same map of vectors less c, such as the mean of those that it was learned from.
     *
     * @param values c [d], finite; copied
     */
    public LinearAlignment withCentre(float[] values) {
        return new LinearAlignment(
                this, Numbers.requireFinite("centre", values, source().dimension()), bias, unitLength);
    }

    /** The same map with results of length 1; zero results stay zero. */
    public LinearAlignment withUnitLength() {
        return new LinearAlignment(this, centre, bias, true);
    }

    /** W [d, e], row-major; a copy. */
    public float[] weights() {
        return weights.clone();
    }

    /** c [d], zeros if nothing is subtracted; a copy. */
    public float[] centre() {
        return centre.clone();
    }

    /** b [e], zeros if nothing is added; a copy. */
    public float[] bias() {
        return bias.clone();
    }

    /** Whether results are scaled to length 1. */
    public boolean unitLength() {
        return unitLength;
    }

    /** @throws IllegalArgumentException if the vectors are of another space, or a result is too large for a float */
    @Override
    public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
        EmbeddingMatrix mapped = super.apply(vectors);
        return unitLength ? mapped.unit() : mapped;
    }

    @Override
    double[] map(double[] row) {
        double[] sums = Numbers.toDoubles(bias);
        for (int x = 0; x < row.length; x++) {
            addScaled(row[x] - centre[x], x * sums.length, sums);
        }
        return sums;
    }

    private void addScaled(double factor, int from, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * weights[from + j];
        }
    }

    @Override
    public String toString() {
        return "Linear alignment from " + source() + " to " + target();
    }
}

package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/**
 * The affine map y = (x - c) W + b, with its results scaled to length 1 if wanted. Sums are taken in double precision; a
 * result beyond the range of floats is refused. Immutable and thread-safe.
 */
public final class LinearAlignment implements Alignment {

    private final EmbeddingSpace source;
    private final EmbeddingSpace target;
    private final float[] weights;
    private final float[] centre;
    private final float[] bias;
    private final boolean unitLength;

    private LinearAlignment(LinearAlignment base, float[] centre, float[] bias, boolean unitLength) {
        this.source = base.source;
        this.target = base.target;
        this.weights = base.weights;
        this.centre = centre;
        this.bias = bias;
        this.unitLength = unitLength;
    }

    private LinearAlignment(EmbeddingSpace source, EmbeddingSpace target, float[] weights) {
        this.source = Objects.requireNonNull(source, "source");
        this.target = Objects.requireNonNull(target, "target");
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
        return new LinearAlignment(this, centre, Numbers.requireFinite("bias", values, target.dimension()), unitLength);
    }

    /**
     * The same map of vectors less c, such as the mean of those that it was learned from.
     *
     * @param values c [d], finite; copied
     */
    public LinearAlignment withCentre(float[] values) {
        return new LinearAlignment(this, Numbers.requireFinite("centre", values, source.dimension()), bias, unitLength);
    }

    /** The same map with results of length 1; zero results stay zero. */
    public LinearAlignment withUnitLength() {
        return new LinearAlignment(this, centre, bias, true);
    }

    @Override
    public EmbeddingSpace source() {
        return source;
    }

    @Override
    public EmbeddingSpace target() {
        return target;
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
        source.requireSame(vectors.space());
        int e = target.dimension();
        float[] results = new float[Math.multiplyExact(vectors.rows(), e)];
        float[] row = new float[source.dimension()];
        for (int i = 0; i < vectors.rows(); i++) {
            vectors.copyRow(i, row, 0);
            double[] sums = map(row);
            for (int j = 0; j < e; j++) {
                results[i * e + j] = (float) sums[j];
            }
        }
        EmbeddingMatrix mapped = EmbeddingMatrix.wrap(target, results);
        return unitLength ? mapped.unit() : mapped;
    }

    private double[] map(float[] row) {
        double[] sums = new double[bias.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = bias[j];
        }
        for (int x = 0; x < row.length; x++) {
            addScaled((double) row[x] - centre[x], x * sums.length, sums);
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
        return "Linear alignment from " + source + " to " + target;
    }
}

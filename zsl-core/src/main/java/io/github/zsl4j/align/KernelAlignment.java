package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/** The map x -> (k(x, a_1), …, k(x, a_m)): how alike a vector is to each of m anchors. Immutable and thread-safe. */
public final class KernelAlignment extends RowMap {

    private final EmbeddingMatrix anchors;
    private final float[] values;
    private final Kernel kernel;

    private KernelAlignment(EmbeddingMatrix anchors, EmbeddingSpace target, Kernel kernel) {
        super(anchors.space(), target);
        this.anchors = anchors;
        this.values = anchors.toArray();
        this.kernel = Objects.requireNonNull(kernel, "kernel");
    }

    /** @param anchors [m, d], at least one, of the space that is mapped from */
    public static KernelAlignment of(EmbeddingMatrix anchors, Kernel kernel) {
        if (anchors.rows() == 0) {
            throw new IllegalArgumentException("A kernel map needs at least one anchor");
        }
        EmbeddingSpace target = EmbeddingSpace.ofParameters(
                kernel + " of " + anchors.space().name(), anchors.rows(), anchors.toArray());
        return new KernelAlignment(anchors, target, kernel);
    }

    /** [m, d]. */
    public EmbeddingMatrix anchors() {
        return anchors;
    }

    public Kernel kernel() {
        return kernel;
    }

    @Override
    double[] map(double[] row) {
        double[] alike = new double[anchors.rows()];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = kernel.of(row, values, i * row.length);
        }
        return alike;
    }

    @Override
    public String toString() {
        return kernel + " to " + anchors;
    }
}

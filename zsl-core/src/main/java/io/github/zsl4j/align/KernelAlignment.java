package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;
import java.util.stream.IntStream;

/** The map x -> (k(x, a_1), …, k(x, a_m)): how alike a vector is to each of m anchors. Immutable and thread-safe. */
public final class KernelAlignment implements Alignment {

    /** Vectors at a time, so that a long list of many anchors does not fill the memory with doubles. */
    private static final int BLOCK = 1_024;

    private final EmbeddingMatrix anchors;
    private final InnerProducts products;
    private final EmbeddingSpace target;
    private final Kernel kernel;

    private KernelAlignment(EmbeddingMatrix anchors, EmbeddingSpace target, Kernel kernel) {
        this.anchors = anchors;
        this.target = target;
        this.products = new InnerProducts(anchors);
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
    public EmbeddingSpace source() {
        return anchors.space();
    }

    @Override
    public EmbeddingSpace target() {
        return target;
    }

    @Override
    public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
        anchors.space().requireSame(vectors.space());
        int m = anchors.rows();
        float[] alike = new float[Math.multiplyExact(vectors.rows(), m)];
        for (int from = 0; from < vectors.rows(); from += BLOCK) {
            int[] rows = IntStream.range(from, Math.min(from + BLOCK, vectors.rows()))
                    .toArray();
            float[] block = kernel.between(vectors.select(rows), products).toFloats();
            System.arraycopy(block, 0, alike, from * m, block.length);
        }
        return EmbeddingMatrix.wrap(target, alike);
    }

    @Override
    public String toString() {
        return kernel + " to " + anchors;
    }
}

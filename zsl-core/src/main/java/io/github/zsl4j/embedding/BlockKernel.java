package io.github.zsl4j.embedding;

import java.util.Optional;

/**
 * The arithmetic behind {@link Similarity}: sums over the dimensions for many pairs of a query and a target. Targets are packed
 * in blocks once, in a layout of the kernel's own, and then compared with many queries. The library carries a kernel in plain
 * Java; another one that is found through {@link java.util.ServiceLoader} may be quicker, and must give the same bits: each
 * pair's sum begins with 0f, the dimensions are added in their order, and every operation is rounded to float (no fused
 * multiply-add). A result that is NaN may be any NaN. Kernels are stateless and, like their blocks, thread-safe.
 *
 * <p>A kernel is a public class with a public constructor without parameters, named in
 * {@code META-INF/services/io.github.zsl4j.embedding.BlockKernel}.
 */
public interface BlockKernel {

    /**
     * The kernel in use: the first on the class path that is available on this JVM, else the one in plain Java; the system
     * property {@code zsl4j.kernel} names one.
     */
    static BlockKernel chosen() {
        return Kernels.CHOSEN;
    }

    /** The kernel that is always there, in plain Java. */
    static BlockKernel plain() {
        return Kernels.PLAIN;
    }

    /** A short name, such as {@code columns}. */
    String name();

    /** Why this kernel cannot be used on this JVM, or would not be quicker; empty if it can. Nothing else is called before. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * Copies targets into the kernel's layout.
     *
     * @param rows row-major [width, dimension]
     * @param dimension at least 1
     */
    Block pack(float[] rows, int dimension);

    /**
     * Products q.t.
     *
     * @param queries row-major [n, dimension], not changed while the result is in use
     */
    Sums products(float[] queries, int dimension);

    /**
     * Squared distances -|t - q|^2, negative: for each dimension, the square of the difference is subtracted.
     *
     * @param queries row-major [n, dimension], not changed while the result is in use
     */
    Sums negativeSquaredDistances(float[] queries, int dimension);

    /** Packed targets. Immutable. */
    interface Block {

        /** The number of targets. */
        int width();

        /** A target's value in a dimension, as it was packed. */
        float value(int target, int x);
    }

    /** Queries, ready to be compared with one block after the other. Holds scratch memory: for one thread. */
    interface Sums {

        /**
         * @param block of the same kernel and dimension
         * @return [n][at least the block's width], of which what is beyond the width means nothing; overwritten by the next call
         */
        float[][] of(Block block);
    }
}

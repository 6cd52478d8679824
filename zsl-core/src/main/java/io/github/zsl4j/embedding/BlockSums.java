package io.github.zsl4j.embedding;

import java.util.Arrays;

/**
 * Sums over the dimensions for every pair of a query and a target of a block, [queries][targets]. The dimensions of a pair
 * are added in their order, one rounding after the other, so that its sum does not depend on what else is summed. Holds
 * scratch memory: for one thread.
 *
 * <p>Dimensions are taken in slabs and queries in groups, small enough for their part of the block and their sums to stay in
 * the caches.
 */
abstract class BlockSums implements BlockKernel.Sums {

    /**
     * Targets of a full block. Long enough for vectorised loops; a column of floats and the header of its array fill 4 KB, so
     * that neighbouring arrays lie alike within cache lines, and vectors of one loop cross them together or not at all.
     */
    static final int WIDTH = 1020;

    /** Divisible by the dimensions of a step, 2 and 3. */
    private static final int SLAB = 126;

    private static final int GROUP = 4;

    final float[] queries;
    final int dimension;
    final float[][] sums;

    /** @param queries row-major [n, dimension] */
    BlockSums(float[] queries, int dimension) {
        this.queries = queries;
        this.dimension = dimension;
        this.sums = new float[queries.length / dimension][0];
    }

    @Override
    public final float[][] of(BlockKernel.Block block) {
        return of(((ColumnKernel.Columns) block).values());
    }

    /**
     * @param columns the targets [dimension][width]
     * @return [n][width], overwritten by the next call
     */
    final float[][] of(float[][] columns) {
        clear(columns[0].length);
        for (int x = 0; x < dimension; x += SLAB) {
            for (int i = 0; i < sums.length; i += GROUP) {
                add(columns, x, Math.min(dimension, x + SLAB), i, Math.min(sums.length, i + GROUP));
            }
        }
        return sums;
    }

    private void clear(int width) {
        for (int i = 0; i < sums.length; i++) {
            if (sums[i].length == width) {
                Arrays.fill(sums[i], 0);
            } else {
                sums[i] = new float[width];
            }
        }
    }

    /** Adds the dimensions {@code from} to {@code to - 1} to the sums of the queries {@code first} to {@code last - 1}. */
    abstract void add(float[][] columns, int from, int to, int first, int last);

    /** The position in {@link #queries} of a query's value. */
    final int at(int query, int x) {
        return query * dimension + x;
    }
}

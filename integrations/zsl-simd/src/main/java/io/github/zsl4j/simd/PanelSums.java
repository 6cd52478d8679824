package io.github.zsl4j.simd;

import io.github.zsl4j.embedding.BlockKernel;
import java.util.Arrays;

/**
 * Sums of queries for the targets of panels: four queries for a panel at a time, whose eight sums of vectors stay in registers
 * over all dimensions, or a single query for two panels, whose four sums hide the latency of additions. Two or three queries
 * that are left over are filled up to four with zeros; reading the panel takes as long.
 */
abstract class PanelSums implements BlockKernel.Sums {

    static final int GROUP = 4;

    private final int dimension;
    private final int queries;

    /** Groups of queries, each [dimension][GROUP]. */
    private final float[][] groups;

    /** A last query that is by itself, or null. */
    private final float[] single;

    /** [queries, and those that fill up the last group][at least the block's width]. */
    private final float[][] sums;

    PanelSums(float[] queries, int dimension) {
        this.dimension = dimension;
        this.queries = queries.length / dimension;
        this.single = this.queries % GROUP == 1
                ? Arrays.copyOfRange(queries, queries.length - dimension, queries.length)
                : null;
        int grouped = single == null ? this.queries : this.queries - 1;
        this.groups = new float[(grouped + GROUP - 1) / GROUP][dimension * GROUP];
        for (int i = 0; i < grouped; i++) {
            for (int x = 0; x < dimension; x++) {
                groups[i / GROUP][x * GROUP + i % GROUP] = queries[i * dimension + x];
            }
        }
        this.sums = new float[Math.max(this.queries, groups.length * GROUP)][0];
    }

    @Override
    public final float[][] of(BlockKernel.Block block) {
        Panels panels = (Panels) block;
        widen(panels.count() * Panels.WIDTH);
        for (int p = 0; p < panels.count(); p++) {
            float[] panel = panels.panel(p);
            int at = p * Panels.WIDTH;
            for (int g = 0; g < groups.length; g++) {
                int i = g * GROUP;
                four(panel, groups[g], dimension, at, sums[i], sums[i + 1], sums[i + 2], sums[i + 3]);
            }
        }
        if (single != null) {
            single(panels);
        }
        return sums;
    }

    /** A last panel that is by itself is its own neighbour. */
    private void single(Panels panels) {
        float[] row = sums[queries - 1];
        for (int p = 0; p < panels.count(); p += 2) {
            int next = Math.min(p + 1, panels.count() - 1);
            int at = p * Panels.WIDTH;
            one(panels.panel(p), panels.panel(next), single, dimension, row, at, next * Panels.WIDTH);
        }
    }

    private void widen(int width) {
        for (int i = 0; i < sums.length; i++) {
            if (sums[i].length < width) {
                sums[i] = new float[width];
            }
        }
    }

    /**
     * Writes the sums of a group of queries.
     *
     * @param panel [dimension][Panels.WIDTH]
     * @param group [dimension][GROUP]
     * @param at the place in each query's sums
     */
    abstract void four(float[] panel, float[] group, int dimension, int at, float[] a, float[] b, float[] c, float[] d);

    /** Writes the sums of one query for two panels, at their places. */
    abstract void one(float[] panel, float[] next, float[] query, int dimension, float[] row, int at, int nextAt);
}

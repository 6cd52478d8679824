package io.github.zsl4j.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products. Multiplied and added in two operations, each with its rounding.
 *
 * <p>Sums are stored here and not by a method: C2 may compile a long loop before that method counts as hot, then calls it, and
 * allocates an object for each sum of the loop.
 */
final class ProductPanels extends PanelSums {

    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;
    private static final int W = Panels.WIDTH;

    ProductPanels(float[] queries, int dimension) {
        super(queries, dimension);
    }

    @Override
    void four(float[] panel, float[] group, int dimension, int at, float[] a, float[] b, float[] c, float[] d) {
        FloatVector a0 = FloatVector.zero(S), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
        for (int x = 0; x < dimension; x++) {
            FloatVector t = FloatVector.fromArray(S, panel, x * W);
            FloatVector u = FloatVector.fromArray(S, panel, x * W + L);
            a0 = a0.add(t.mul(group[x * GROUP]));
            a1 = a1.add(u.mul(group[x * GROUP]));
            b0 = b0.add(t.mul(group[x * GROUP + 1]));
            b1 = b1.add(u.mul(group[x * GROUP + 1]));
            c0 = c0.add(t.mul(group[x * GROUP + 2]));
            c1 = c1.add(u.mul(group[x * GROUP + 2]));
            d0 = d0.add(t.mul(group[x * GROUP + 3]));
            d1 = d1.add(u.mul(group[x * GROUP + 3]));
        }
        a0.intoArray(a, at);
        a1.intoArray(a, at + L);
        b0.intoArray(b, at);
        b1.intoArray(b, at + L);
        c0.intoArray(c, at);
        c1.intoArray(c, at + L);
        d0.intoArray(d, at);
        d1.intoArray(d, at + L);
    }

    @Override
    void one(float[] panel, float[] next, float[] query, int dimension, float[] row, int at, int nextAt) {
        FloatVector a0 = FloatVector.zero(S), a1 = a0, b0 = a0, b1 = a0;
        for (int x = 0; x < dimension; x++) {
            a0 = a0.add(FloatVector.fromArray(S, panel, x * W).mul(query[x]));
            a1 = a1.add(FloatVector.fromArray(S, panel, x * W + L).mul(query[x]));
            b0 = b0.add(FloatVector.fromArray(S, next, x * W).mul(query[x]));
            b1 = b1.add(FloatVector.fromArray(S, next, x * W + L).mul(query[x]));
        }
        a0.intoArray(row, at);
        a1.intoArray(row, at + L);
        b0.intoArray(row, nextAt);
        b1.intoArray(row, nextAt + L);
    }
}

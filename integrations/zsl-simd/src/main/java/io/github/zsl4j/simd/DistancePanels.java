package io.github.zsl4j.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of squared differences, negative.
 *
 * <p>Sums are stored here and not by a method: C2 may compile a long loop before that method counts as hot, then calls it, and
 * allocates an object for each sum of the loop.
 */
final class DistancePanels extends PanelSums {

    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;
    private static final int W = Panels.WIDTH;

    DistancePanels(float[] queries, int dimension) {
        super(queries, dimension);
    }

    @Override
    void four(float[] panel, float[] group, int dimension, int at, float[] a, float[] b, float[] c, float[] d) {
        FloatVector a0 = FloatVector.zero(S), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
        for (int x = 0; x < dimension; x++) {
            FloatVector t = FloatVector.fromArray(S, panel, x * W);
            FloatVector u = FloatVector.fromArray(S, panel, x * W + L);
            a0 = subtract(a0, t.sub(group[x * GROUP]));
            a1 = subtract(a1, u.sub(group[x * GROUP]));
            b0 = subtract(b0, t.sub(group[x * GROUP + 1]));
            b1 = subtract(b1, u.sub(group[x * GROUP + 1]));
            c0 = subtract(c0, t.sub(group[x * GROUP + 2]));
            c1 = subtract(c1, u.sub(group[x * GROUP + 2]));
            d0 = subtract(d0, t.sub(group[x * GROUP + 3]));
            d1 = subtract(d1, u.sub(group[x * GROUP + 3]));
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
            a0 = subtract(a0, FloatVector.fromArray(S, panel, x * W).sub(query[x]));
            a1 = subtract(a1, FloatVector.fromArray(S, panel, x * W + L).sub(query[x]));
            b0 = subtract(b0, FloatVector.fromArray(S, next, x * W).sub(query[x]));
            b1 = subtract(b1, FloatVector.fromArray(S, next, x * W + L).sub(query[x]));
        }
        a0.intoArray(row, at);
        a1.intoArray(row, at + L);
        b0.intoArray(row, nextAt);
        b1.intoArray(row, nextAt + L);
    }

    private static FloatVector subtract(FloatVector sum, FloatVector difference) {
        return sum.sub(difference.mul(difference));
    }
}

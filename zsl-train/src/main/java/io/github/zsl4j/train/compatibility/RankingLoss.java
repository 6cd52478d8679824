package io.github.zsl4j.train.compatibility;

import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Variable;

/** How far each picture's classes are from being in the right order. */
@FunctionalInterface
interface RankingLoss {

    /**
     * The losses of pictures.
     *
     * @param graph of the step
     * @param excess by how much each class comes too near, max(0, margin + F(x, y) - F(x, own)); 0 for the own class [b, c]
     * @return [b, 1]
     */
    Variable of(Graph graph, Variable excess);

    /** All classes that come too near count. */
    static Variable sum(Graph graph, Variable excess) {
        return excess.rowSums();
    }

    /** The class that comes nearest counts. */
    static Variable maximum(Graph graph, Variable excess) {
        return excess.rowMaximum();
    }

    /** As the sum, times (1 + 1/2 + … + 1/r) / r for r classes that come too near. */
    static Variable weightedByRank(Graph graph, Variable excess) {
        float[] ranks = excess.positive().rowSums().values();
        float[] weights = new float[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            double harmonic = 0;
            for (int r = 1; r <= ranks[i]; r++) {
                harmonic += 1.0 / r;
            }
            weights[i] = ranks[i] == 0 ? 0 : (float) (harmonic / ranks[i]);
        }
        return excess.rowSums().scaled(graph.constant(1, weights));
    }
}

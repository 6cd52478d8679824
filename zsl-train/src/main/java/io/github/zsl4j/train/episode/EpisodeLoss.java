package io.github.zsl4j.train.episode;

import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Variable;

/** How far queries are from being nearest to their own prototypes. */
final class EpisodeLoss {

    private EpisodeLoss() {}

    /**
     * The mean over queries of -log softmax(-|u - v_k|^2) at the own class. |u|^2 is the same for all classes, so it is left
     * out.
     *
     * @param queries u [q, e]
     * @param prototypes v [ways, e]
     * @param labels [q]
     */
    static Variable of(Graph graph, Variable queries, Variable prototypes, int[] labels) {
        Variable squares = prototypes.squared().rowSums().transposed();
        Variable logits = queries.times(prototypes.transposed()).scaled(2).minus(squares);
        Variable own = graph.constant(prototypes.rows(), indicators(labels, prototypes.rows()));
        return logits.logSoftmax().scaled(own).rowSums().mean().scaled(-1);
    }

    private static float[] indicators(int[] labels, int ways) {
        float[] values = new float[labels.length * ways];
        for (int i = 0; i < labels.length; i++) {
            values[i * ways + labels[i]] = 1;
        }
        return values;
    }

    /** What vectors are multiplied with to get the mean of each class [ways, n], for classes with equally many. */
    static Variable means(Graph graph, int[] labels) {
        int ways = labels[labels.length - 1] + 1;
        float[] values = new float[ways * labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[labels[i] * labels.length + i] = (float) ways / labels.length;
        }
        return graph.constant(labels.length, values);
    }
}

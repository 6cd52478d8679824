package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Variable;
import java.util.List;

/** The loss of {@link InfoNce}. What is learned is how much log(1 / T) has grown since the beginning. */
record InfoNceLoss(double temperature, boolean learned) implements PairLoss {

    static final double COLDEST = 0.01;

    private static final String GROWTH = "scale";

    @Override
    public List<Parameter> initial() {
        return learned ? List.of(new Parameter(GROWTH, 1, 1, new float[1])) : List.of();
    }

    @Override
    public Variable of(Graph graph, Variable u, Variable v, Variable same) {
        Variable logits = scaled(graph, PairLoss.cosines(u, v));
        Variable right = same.dividedBy(same.rowSums());
        return crossEntropy(logits, right)
                .plus(crossEntropy(logits.transposed(), right))
                .scaled(0.5);
    }

    private Variable scaled(Graph graph, Variable cosines) {
        if (!learned) {
            return cosines.scaled(1 / temperature);
        }
        Variable growth = graph.parameter(GROWTH);
        double most = Math.log(temperature / COLDEST);
        Variable limited = growth.minus(growth.plus(-most).relu());
        return cosines.scaled(1 / temperature).scaled(limited.exponential());
    }

    private static Variable crossEntropy(Variable logits, Variable right) {
        return logits.logSoftmax().scaled(right).rowSums().mean().scaled(-1);
    }
}

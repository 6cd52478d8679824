package io.github.zsl4j.train.generate;

import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Variable;
import java.util.List;
import java.util.Random;

/** D(x, s) = w . l(x A + s B + b) + c, with l(h) = h above 0 and 0.2 h below. */
record Critic(int features, int semantics, int hidden) {

    /** What the names of its parameters begin with. */
    static final String NAME = "critic";

    private static final String FEATURES = NAME + ".features";
    private static final String SEMANTICS = NAME + ".semantics";
    private static final String BIAS = NAME + ".bias";
    private static final String OUTPUT = NAME + ".output";
    private static final String CONSTANT = NAME + ".constant";

    /** The derivative of l below 0. */
    private static final double LEAK = 0.2;

    private static final double TINY = 1e-12;

    List<Parameter> initial(Random random) {
        double first = 1 / Math.sqrt(features + semantics);
        double second = 1 / Math.sqrt(hidden);
        return List.of(
                Parameter.uniform(FEATURES, features, hidden, first, random),
                Parameter.uniform(SEMANTICS, semantics, hidden, first, random),
                Parameter.uniform(BIAS, 1, hidden, first, random),
                Parameter.uniform(OUTPUT, hidden, 1, second, random),
                Parameter.uniform(CONSTANT, 1, 1, second, random));
    }

    private Variable arguments(Graph graph, Variable x, Variable s) {
        return x.times(graph.parameter(FEATURES))
                .plus(s.times(graph.parameter(SEMANTICS)))
                .plus(graph.parameter(BIAS));
    }

    /** D of each row [b, 1]. */
    Variable apply(Graph graph, Variable x, Variable s) {
        return arguments(graph, x, s).leakyRelu().times(graph.parameter(OUTPUT)).plus(graph.parameter(CONSTANT));
    }

    /** The gradient of D by x of each row [b, d]: (w * l'(x A + s B + b)) A^T, which depends on w and A. */
    Variable gradient(Graph graph, Variable x, Variable s) {
        Variable slopes = arguments(graph, x, s).positive().scaled(1 - LEAK).plus(LEAK);
        return slopes.scaled(graph.parameter(OUTPUT).transposed())
                .times(graph.parameter(FEATURES).transposed());
    }

    /** (|dD/dx| - 1)^2, the mean over rows. */
    Variable penalty(Graph graph, Variable x, Variable s) {
        return gradient(graph, x, s)
                .squared()
                .rowSums()
                .plus(TINY)
                .root()
                .plus(-1)
                .squared()
                .mean();
    }
}

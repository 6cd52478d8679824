package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Scores how real a picture looks and how well it fits a condition: convolutions and an affine layer give h, and the score
 * is v h + b + h (W c) / sqrt(components of c). All weights are divided by their largest singular value.
 *
 * <p><b>References:</b> Miyato and Koyama, "cGANs with projection discriminator", ICLR 2018.
 *
 * @param tower reads the picture
 * @param condition components of c
 */
record Discriminator(Tower tower, int condition) {

    private static final int HIDDEN = 128;
    private static final String WEIGHT = ".weight";
    private static final String HIDDEN_WEIGHT = "critic.hidden" + WEIGHT;
    private static final String HIDDEN_BIAS = "critic.hidden.bias";
    private static final String SCORE_WEIGHT = "critic.score" + WEIGHT;
    private static final String SCORE_BIAS = "critic.score.bias";
    private static final String CONDITION_WEIGHT = "critic.condition" + WEIGHT;

    static Discriminator of(int side, int width, int condition) {
        return new Discriminator(new Tower("critic", side, width), condition);
    }

    List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(tower.initial(random));
        double bound = 1 / Math.sqrt(tower.outputs());
        parameters.add(Parameter.uniform(HIDDEN_WEIGHT, tower.outputs(), HIDDEN, bound, random));
        parameters.add(Parameter.uniform(HIDDEN_BIAS, 1, HIDDEN, bound, random));
        double inner = 1 / Math.sqrt(HIDDEN);
        parameters.add(Parameter.uniform(SCORE_WEIGHT, HIDDEN, 1, inner, random));
        parameters.add(Parameter.uniform(SCORE_BIAS, 1, 1, inner, random));
        parameters.add(Parameter.uniform(CONDITION_WEIGHT, condition, HIDDEN, 1 / Math.sqrt(condition), random));
        return parameters;
    }

    /** The parameters by name, with weights as they are used. */
    Map<String, Variable> normalised(Graph graph) {
        Map<String, Variable> all = new LinkedHashMap<>();
        for (Parameter p : initial(new Random(0))) {
            Variable value = graph.parameter(p.name());
            all.put(p.name(), p.name().endsWith(WEIGHT) ? SpectralNorm.of(graph, value) : value);
        }
        return all;
    }

    /** The same as ones that nothing is learned by. */
    static Map<String, Variable> frozen(Map<String, Variable> parameters) {
        Map<String, Variable> fixed = new LinkedHashMap<>();
        parameters.forEach((name, value) -> fixed.put(name, value.constant()));
        return fixed;
    }

    /**
     * @param parameters by name
     * @param pictures planes in [0, 1] [n, 3 * side * side]
     * @param conditions [n, condition]
     * @return [n, 1]
     */
    Variable scores(Function<String, Variable> parameters, Variable pictures, Variable conditions) {
        Variable seen = tower.apply(parameters, pictures);
        Variable h = seen.times(parameters.apply(HIDDEN_WEIGHT))
                .plus(parameters.apply(HIDDEN_BIAS))
                .leakyRelu();
        Variable real = h.times(parameters.apply(SCORE_WEIGHT)).plus(parameters.apply(SCORE_BIAS));
        Variable fit = h.scaled(conditions.times(parameters.apply(CONDITION_WEIGHT)));
        return real.plus(fit.rowSums().scaled(1 / Math.sqrt(condition)));
    }
}

package io.github.zsl4j.train.gradient;

import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A loss and its derivatives.
 *
 * @param loss a number
 * @param values the derivative by each component of each parameter, in the parameters' order and shapes; empty for one
 *     that this step leaves as it is
 * @param parts what the loss is made of, by name, for whoever watches; may be empty
 */
public record Gradients(double loss, List<float[]> values, Map<String, Double> parts) {

    /** A loss of one part. */
    public Gradients(double loss, List<float[]> values) {
        this(loss, values, Map.of());
    }

    /**
     * Computes both. No native memory is left when it returns.
     *
     * @param parameters of the loss
     * @param loss gives a number
     * @throws io.github.zsl4j.error.ModelException if PyTorch is missing; the message names the dependencies
     */
    public static Gradients of(List<Parameter> parameters, Function<Graph, Variable> loss) {
        return of(parameters, name -> true, loss);
    }

    /**
     * Computes the loss, and its derivatives by some of the parameters, while the others are constants.
     *
     * @param learned tells by the name which parameters this step is to change
     */
    public static Gradients of(List<Parameter> parameters, Predicate<String> learned, Function<Graph, Variable> loss) {
        return TrainingThread.call(() -> compute(parameters, learned, loss));
    }

    private static Gradients compute(
            List<Parameter> parameters, Predicate<String> learned, Function<Graph, Variable> loss) {
        try (NDManager manager = PyTorch.manager();
                GradientCollector collector = manager.getEngine().newGradientCollector()) {
            Graph graph = new Graph(manager, parameters, learned);
            Variable result = loss.apply(graph);
            collector.backward(result.array());
            return new Gradients(result.array().getFloat(), graph.gradients(), graph.parts());
        }
    }

    /** The length of all derivatives as one vector. */
    double norm() {
        double sum = 0;
        for (float[] part : values) {
            for (float g : part) {
                sum += (double) g * g;
            }
        }
        return Math.sqrt(sum);
    }
}

package io.github.zsl4j.train.gradient;

import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.function.Function;

/**
 * A loss and its derivatives.
 *
 * @param loss a number
 * @param values the derivative by each component of each parameter, in the parameters' order and shapes
 */
public record Gradients(double loss, List<float[]> values) {

    /**
     * Computes both. No native memory is left when it returns.
     *
     * @param parameters of the loss
     * @param loss gives a number
     * @throws io.github.zsl4j.error.ModelException if PyTorch is missing; the message names the dependencies
     */
    public static Gradients of(List<Parameter> parameters, Function<Graph, Variable> loss) {
        return TrainingThread.call(() -> compute(parameters, loss));
    }

    private static Gradients compute(List<Parameter> parameters, Function<Graph, Variable> loss) {
        try (NDManager manager = PyTorch.manager();
                GradientCollector collector = manager.getEngine().newGradientCollector()) {
            Graph graph = new Graph(manager, parameters);
            Variable result = loss.apply(graph);
            collector.backward(result.array());
            return new Gradients(result.array().getFloat(), graph.gradients());
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

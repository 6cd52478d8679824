package io.github.zsl4j.train.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

/** One step's computation: gives the parameters, and takes what they are computed with. */
public final class Graph {

    private final NDManager manager;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();

    private final Map<String, NDArray> parts = new LinkedHashMap<>();

    /** @param learned tells by the name of which parameters derivatives are wanted */
    Graph(NDManager manager, List<Parameter> parameters, Predicate<String> learned) {
        this.manager = manager;
        for (Parameter parameter : parameters) {
            NDArray array = manager.create(parameter.values(), new Shape(parameter.rows(), parameter.columns()));
            array.setRequiresGradient(learned.test(parameter.name()));
            if (this.parameters.put(parameter.name(), array) != null) {
                throw new IllegalArgumentException("Two parameters are named " + parameter.name());
            }
        }
    }

    /** @throws NullPointerException if there is no parameter of this name */
    public Variable parameter(String name) {
        return new Variable(Objects.requireNonNull(parameters.get(name), name));
    }

    /**
     * A matrix that is given.
     *
     * @param columns at least 1
     * @param values row-major, whole rows; copied
     */
    public Variable constant(int columns, float[] values) {
        return new Variable(manager.create(values, new Shape(values.length / columns, columns)));
    }

    /** Independent values of mean 0 and variance 1 [rows, columns]. */
    public Variable normal(int rows, int columns, Random random) {
        return constant(columns, Noise.normal(Math.multiplyExact(rows, columns), random));
    }

    /**
     * Tells those who watch the training of a part of the loss.
     *
     * @param number one number, such as a sum
     * @return the same
     */
    public Variable part(String name, Variable number) {
        parts.put(name, number.array());
        return number;
    }

    /** Of each parameter, in their order; empty for those that are not learned. */
    List<float[]> gradients() {
        return parameters.values().stream()
                .map(array -> array.hasGradient() ? array.getGradient().toFloatArray() : new float[0])
                .toList();
    }

    /** What was told by {@link #part}. */
    Map<String, Double> parts() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        parts.forEach((name, array) -> numbers.put(name, (double) array.getFloat()));
        return numbers;
    }
}

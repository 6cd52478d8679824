package io.github.zsl4j.train.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One step's computation: gives the parameters, and takes what they are computed with. */
public final class Graph {

    private final NDManager manager;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();

    Graph(NDManager manager, List<Parameter> parameters) {
        this.manager = manager;
        for (Parameter parameter : parameters) {
            NDArray array = manager.create(parameter.values(), new Shape(parameter.rows(), parameter.columns()));
            array.setRequiresGradient(true);
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

    /** Of each parameter, in their order. */
    List<float[]> gradients() {
        return parameters.values().stream()
                .map(array -> array.getGradient().toFloatArray())
                .toList();
    }
}

package io.github.zsl4j.train.gradient;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.List;

/**
 * Parameters after training, on their way into alignments.
 *
 * @param parameters with different names
 */
public record Trained(List<Parameter> parameters) {

    /** @throws IllegalArgumentException if there is no parameter of this name */
    public Parameter parameter(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No parameter is named " + name));
    }

    /**
     * The map x W + b.
     *
     * @param target null for a space of its own
     */
    public LinearAlignment linear(String weight, String bias, EmbeddingSpace source, EmbeddingSpace target) {
        Parameter w = parameter(weight);
        float[] b = parameter(bias).values();
        EmbeddingSpace end = target != null
                ? target
                : EmbeddingSpace.ofParameters(weight + " of " + source.name(), w.columns(), w.values(), b);
        return LinearAlignment.of(source, end, w.values()).withBias(b);
    }
}

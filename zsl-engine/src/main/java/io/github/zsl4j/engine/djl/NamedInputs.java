package io.github.zsl4j.engine.djl;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.List;
import java.util.Map;

/**
 * For engines that bind by name, such as ONNX Runtime: the names must be the network's.
 *
 * @param ports the network's inputs; empty if they cannot be told, and then the engine judges the names
 */
record NamedInputs(Map<String, Port> ports) implements InputBinding {

    @Override
    public List<Argument> bind(Map<String, Tensor> tensors) {
        if (!ports.isEmpty() && !ports.keySet().equals(tensors.keySet())) {
            throw new ModelException("the network reads " + ports.keySet() + ", not " + tensors.keySet());
        }
        return tensors.entrySet().stream()
                .map(e -> new Argument(e.getKey(), port(e.getKey()).type(), e.getValue()))
                .toList();
    }

    private Port port(String name) {
        return ports.getOrDefault(name, Port.named(name));
    }
}

package io.github.zsl4j.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** See {@link Network#supplying}. */
record SuppliedNetwork(Network network, Map<String, Tensor> constants) implements Network {

    @Override
    public Set<String> inputs() {
        Set<String> open = new LinkedHashSet<>(network.inputs());
        open.removeAll(constants.keySet());
        return Collections.unmodifiableSet(open);
    }

    @Override
    public Set<String> outputs() {
        return network.outputs();
    }

    @Override
    public Optional<long[]> shape(String name) {
        return network.shape(name);
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return network.run(completed(inputs));
    }

    @Override
    public Tensor run(Map<String, Tensor> inputs, String output) {
        return network.run(completed(inputs), output);
    }

    private Map<String, Tensor> completed(Map<String, Tensor> inputs) {
        Map<String, Tensor> all = new LinkedHashMap<>(constants);
        all.putAll(inputs);
        return all;
    }

    @Override
    public void close() {
        network.close();
    }
}

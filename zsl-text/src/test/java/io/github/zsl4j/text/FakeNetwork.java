package io.github.zsl4j.text;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network of two dimensions: the state of a token is its id and its place. */
class FakeNetwork implements Network {

    final List<Map<String, Tensor>> calls = new CopyOnWriteArrayList<>();
    private final Set<String> inputs;
    volatile boolean closed;

    FakeNetwork(String... inputs) {
        this.inputs = Set.of(inputs);
    }

    @Override
    public Set<String> inputs() {
        return inputs;
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> tensors) {
        calls.add(tensors);
        long[] ids = tensors.get("input_ids").longs();
        long[] shape = tensors.get("input_ids").shape();
        float[] states = new float[ids.length * 2];
        for (int i = 0; i < ids.length; i++) {
            states[2 * i] = ids[i];
            states[2 * i + 1] = i % shape[1];
        }
        return Map.of("last_hidden_state", Tensor.of(states, shape[0], shape[1], 2));
    }

    @Override
    public void close() {
        closed = true;
    }
}

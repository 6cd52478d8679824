package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network whose every output row holds the first pixel of its picture, in the shape that a test wants. */
final class FakeNetwork implements Network {

    final List<Map<String, Tensor>> calls = new CopyOnWriteArrayList<>();
    private final Map<String, long[]> inputs;
    private final Map<String, long[]> outputs;
    boolean closed;

    /** @param outputs shapes after the rows */
    FakeNetwork(Map<String, long[]> inputs, Map<String, long[]> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    static FakeNetwork reading(long... shape) {
        return new FakeNetwork(Map.of("pixel_values", shape), Map.of("features", new long[] {2}));
    }

    @Override
    public Set<String> inputs() {
        return inputs.keySet();
    }

    @Override
    public Optional<long[]> shape(String name) {
        return Optional.ofNullable(inputs.get(name)).filter(shape -> shape.length > 0);
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> tensors) {
        calls.add(tensors);
        Tensor pixels = tensors.get(tensors.containsKey("pixel_values") ? "pixel_values" : "x");
        int rows = (int) pixels.shape()[0];
        Map<String, Tensor> result = new LinkedHashMap<>();
        outputs.forEach((name, rest) -> result.put(name, tensor(pixels, rows, rest)));
        return result;
    }

    private static Tensor tensor(Tensor pixels, int rows, long[] rest) {
        long[] shape = new long[rest.length + 1];
        shape[0] = rows;
        int size = 1;
        for (int i = 0; i < rest.length; i++) {
            shape[i + 1] = rest[i];
            size *= (int) rest[i];
        }
        float[] values = new float[rows * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels.floats()[i / size * (pixels.floats().length / rows)];
        }
        return Tensor.of(values, shape);
    }

    @Override
    public void close() {
        closed = true;
    }
}

package io.github.zsl4j.engine;

import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trained network. Inputs and outputs are bound by name; by position only where a file has lost the names.
 *
 * <p>Thread-safe: any number of threads may run it at once. Holds native memory until closed.
 */
public interface Network extends AutoCloseable {

    /** The names of the inputs; empty if they cannot be told. */
    Set<String> inputs();

    /** The names of the outputs; empty if they cannot be told before the first run. */
    default Set<String> outputs() {
        return Set.of();
    }

    /**
     * The shape of an input or output, -1 for a free length.
     *
     * @return empty if it cannot be told
     */
    default Optional<long[]> shape(String name) {
        return Optional.empty();
    }

    /**
     * Numbers are converted to the types that an ONNX file asks for. The parameters of a TorchScript network whose names
     * were lost in tracing ({@code x}, {@code input}) are given what is left of {@code input_ids}, {@code attention_mask},
     * {@code token_type_ids} and {@code pixel_values}, in this order.
     *
     * @param inputs one tensor per input, by name
     * @return all outputs by name, or by position ("0", "1", …) where the engine knows no names
     * @throws ModelException if the inputs do not fit the network
     * @throws IllegalStateException if the network is closed
     */
    Map<String, Tensor> run(Map<String, Tensor> inputs);

    /**
     * Runs the network and returns one output.
     *
     * @throws ModelException if there is no such output
     * @throws IllegalStateException if the network is closed
     */
    default Tensor run(Map<String, Tensor> inputs, String output) {
        Map<String, Tensor> all = run(inputs);
        Tensor tensor = all.get(output);
        if (tensor == null) {
            throw new ModelException("The network has no output '" + output + "'; it has " + all.keySet());
        }
        return tensor;
    }

    /**
     * This network with some of its inputs filled in, for a caller that has only the others: how one half of a network
     * that holds an image and a text tower is run. Closing the view closes the network.
     *
     * @param constants inputs by name; they are no longer among {@link #inputs()}, but one that a caller gives all the same
     *     is used in their place
     */
    default Network supplying(Map<String, Tensor> constants) {
        return new SuppliedNetwork(this, Map.copyOf(constants));
    }

    /** Frees native memory; calls in progress finish first. Closing twice has no effect. */
    @Override
    void close();

    /**
     * Loads a network.
     *
     * @param file {@code .onnx} for ONNX Runtime, TorchScript ({@code .pt}) for PyTorch
     * @throws ModelException if the file is missing, damaged or of another kind, or the engine is not on the class path or
     *     does not compute on the device
     */
    static Network load(Path file, NetworkOptions options) {
        return NetworkLoader.installed().load(file, options);
    }
}

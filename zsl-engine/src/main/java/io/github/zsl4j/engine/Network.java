package io.github.zsl4j.engine;

import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A trained network. Inputs and outputs are bound by name, never by position.
 *
 * <p>Thread-safe: any number of threads may run it at once. Holds native memory until closed.
 */
public interface Network extends AutoCloseable {

    /** The names of the inputs; empty if the engine cannot tell. */
    Set<String> inputs();

    /**
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

    /** Frees native memory; calls in progress finish first. Closing twice has no effect. */
    @Override
    void close();

    /**
     * Loads a network.
     *
     * @param file {@code .onnx} for ONNX Runtime
     * @throws ModelException if the file is missing or damaged, or the engine is not on the class path
     */
    static Network load(Path file, NetworkOptions options) {
        return DjlNetwork.load(file, options);
    }
}

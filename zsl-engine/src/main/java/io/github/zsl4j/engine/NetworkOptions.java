package io.github.zsl4j.engine;

import java.util.Objects;

/**
 * How a network is run.
 *
 * @param engine DJL's name of the engine: {@value #ONNX_RUNTIME} or {@value #PYTORCH}
 * @param device where it computes
 * @param threads threads that one call computes with, at least 1. With 1, callers on several threads compute side by
 *     side without getting into each other's way, which is the faster choice for many items. PyTorch has one number for
 *     the whole program, which is that of the first network, unless the system property
 *     {@code ai.djl.pytorch.num_threads} or an earlier use of PyTorch has set it.
 */
public record NetworkOptions(String engine, ComputeDevice device, int threads) {

    /**
     * The default engine; it reads {@code .onnx}. Where PyTorch is on the class path too, DJL would start it for arithmetic
     * on ONNX Runtime's arrays; that is switched off for the whole program, unless the system property
     * {@code ai.djl.onnx.disable_alternative} is set to {@code false} before the first network is loaded.
     */
    public static final String ONNX_RUNTIME = "OnnxRuntime";

    /**
     * The engine for TorchScript files, {@code .pt}; its dependencies are the user's to add. The optimisation of its graph
     * executor, which makes the first runs slow, is switched off, unless the system property
     * {@code ai.djl.pytorch.graph_optimizer} is set.
     */
    public static final String PYTORCH = "PyTorch";

    /** @throws IllegalArgumentException if {@code threads} is not positive */
    public NetworkOptions {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(device, "device");
        if (threads < 1) {
            throw new IllegalArgumentException("A network needs at least 1 thread, not " + threads);
        }
    }

    /** ONNX Runtime on the processor with one thread a call. */
    public static NetworkOptions defaults() {
        return new NetworkOptions(ONNX_RUNTIME, ComputeDevice.CPU, 1);
    }

    public NetworkOptions withEngine(String newEngine) {
        return new NetworkOptions(newEngine, device, threads);
    }

    public NetworkOptions withDevice(ComputeDevice newDevice) {
        return new NetworkOptions(engine, newDevice, threads);
    }

    public NetworkOptions withThreads(int newThreads) {
        return new NetworkOptions(engine, device, newThreads);
    }
}

package io.github.zsl4j.engine;

import java.util.Objects;

/**
 * How a network is run.
 *
 * @param engine DJL's name of the engine: {@value #ONNX_RUNTIME} or {@code PyTorch}
 * @param threads threads that one call computes with, at least 1. With 1, callers on several threads compute side by
 *     side without getting into each other's way, which is the faster choice for many items.
 */
public record NetworkOptions(String engine, int threads) {

    /** The default engine. */
    public static final String ONNX_RUNTIME = "OnnxRuntime";

    /** @throws IllegalArgumentException if {@code threads} is not positive */
    public NetworkOptions {
        Objects.requireNonNull(engine, "engine");
        if (threads < 1) {
            throw new IllegalArgumentException("A network needs at least 1 thread, not " + threads);
        }
    }

    /** ONNX Runtime with one thread a call. */
    public static NetworkOptions defaults() {
        return new NetworkOptions(ONNX_RUNTIME, 1);
    }

    public NetworkOptions withThreads(int newThreads) {
        return new NetworkOptions(engine, newThreads);
    }
}

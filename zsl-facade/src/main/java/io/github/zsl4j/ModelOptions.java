package io.github.zsl4j;

import io.github.zsl4j.engine.ComputeDevice;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.vision.image.ImageLimits;
import java.util.Objects;

/**
 * How a model uses the machine.
 *
 * @param workers pictures (or batches of them) that are worked on side by side when there are many, at least 1
 * @param batch pictures that go through the image network together when there are many, at least 1. One is best on a
 *     processor, where workers keep the cores busy; a GPU wants more.
 * @param network the engine, the device, and the threads that the network computes one call with. One is best for many
 *     pictures, and on a busy machine; more shorten the wait for a single one.
 * @param variant which of a model's exported files is run
 * @param limits what pictures are accepted
 */
public record ModelOptions(int workers, int batch, NetworkOptions network, WeightVariant variant, ImageLimits limits) {

    private static final int GPU_BATCH = 32;

    /** @throws IllegalArgumentException if a number is not positive */
    public ModelOptions {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(limits, "limits");
        if (workers < 1 || batch < 1) {
            throw new IllegalArgumentException("Workers and batch are at least 1, not " + workers + " and " + batch);
        }
    }

    /** ONNX Runtime on the processor, a worker for every core, one thread a call, full precision, the default limits. */
    public static ModelOptions defaults() {
        return new ModelOptions(
                Runtime.getRuntime().availableProcessors(),
                1,
                NetworkOptions.defaults(),
                WeightVariant.FULL,
                ImageLimits.defaults());
    }

    public ModelOptions withWorkers(int newWorkers) {
        return new ModelOptions(newWorkers, batch, network, variant, limits);
    }

    public ModelOptions withBatch(int newBatch) {
        return new ModelOptions(workers, newBatch, network, variant, limits);
    }

    public ModelOptions withNetwork(NetworkOptions newNetwork) {
        return new ModelOptions(workers, batch, newNetwork, variant, limits);
    }

    /** The threads of one call; see {@link NetworkOptions#threads()}. */
    public ModelOptions withThreadsPerCall(int threads) {
        return withNetwork(network.withThreads(threads));
    }

    /** The engine by its DJL name; see {@link NetworkOptions#engine()}. */
    public ModelOptions withEngine(String engine) {
        return withNetwork(network.withEngine(engine));
    }

    /** The device; on a GPU also batches of 32, unless a batch has been chosen. */
    public ModelOptions withDevice(ComputeDevice device) {
        ModelOptions on = withNetwork(network.withDevice(device));
        return device.isGpu() && batch == 1 ? on.withBatch(GPU_BATCH) : on;
    }

    public ModelOptions withVariant(WeightVariant newVariant) {
        return new ModelOptions(workers, batch, network, newVariant, limits);
    }

    public ModelOptions withLimits(ImageLimits newLimits) {
        return new ModelOptions(workers, batch, network, variant, newLimits);
    }
}

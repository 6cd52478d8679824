package io.github.zsl4j;

import io.github.zsl4j.vision.image.ImageLimits;
import java.util.Objects;

/**
 * How a model uses the machine.
 *
 * @param workers pictures that are worked on side by side when there are many, at least 1
 * @param threadsPerCall threads that the network computes one picture with, at least 1. One is best for many pictures,
 *     and on a busy machine; more shorten the wait for a single one.
 * @param limits what pictures are accepted
 */
public record ModelOptions(int workers, int threadsPerCall, ImageLimits limits) {

    /** @throws IllegalArgumentException if a number is not positive */
    public ModelOptions {
        Objects.requireNonNull(limits, "limits");
        if (workers < 1 || threadsPerCall < 1) {
            throw new IllegalArgumentException(
                    "Workers and threads are at least 1, not " + workers + " and " + threadsPerCall);
        }
    }

    /** A worker for every processor, one thread a call, the default limits. */
    public static ModelOptions defaults() {
        return new ModelOptions(Runtime.getRuntime().availableProcessors(), 1, ImageLimits.defaults());
    }

    public ModelOptions withWorkers(int newWorkers) {
        return new ModelOptions(newWorkers, threadsPerCall, limits);
    }

    public ModelOptions withThreadsPerCall(int newThreads) {
        return new ModelOptions(workers, newThreads, limits);
    }

    public ModelOptions withLimits(ImageLimits newLimits) {
        return new ModelOptions(workers, threadsPerCall, newLimits);
    }
}

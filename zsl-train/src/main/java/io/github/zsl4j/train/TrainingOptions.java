package io.github.zsl4j.train;

import java.util.Objects;

/**
 * How a method is trained by gradients, whatever the method. Training is deterministic: equal options and equal data give
 * equal results on one machine.
 *
 * @param epochs how often all training pictures are gone through, at least 1
 * @param batchSize pictures a step, at least 1; for methods that are trained with episodes, episodes a step
 * @param optimiser what makes a step of a gradient
 * @param validation when training ends early
 * @param seed of the initial parameters, the order of the pictures and what is held out
 */
public record TrainingOptions(int epochs, int batchSize, Optimiser optimiser, Validation validation, long seed) {

    /** @throws IllegalArgumentException if {@code epochs} or {@code batchSize} is not positive */
    public TrainingOptions {
        Objects.requireNonNull(optimiser, "optimiser");
        Objects.requireNonNull(validation, "validation");
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException("Training has at least 1 epoch of batches of at least 1, not " + epochs
                    + " of batches of " + batchSize);
        }
    }

    /** Batches of 64, Adam with a learning rate of 0.001, nothing held out, seed 0. */
    public static TrainingOptions of(int epochs) {
        return new TrainingOptions(epochs, 64, Optimiser.adam(0.001), Validation.none(), 0);
    }

    public TrainingOptions withEpochs(int newEpochs) {
        return new TrainingOptions(newEpochs, batchSize, optimiser, validation, seed);
    }

    public TrainingOptions withBatchSize(int newBatchSize) {
        return new TrainingOptions(epochs, newBatchSize, optimiser, validation, seed);
    }

    public TrainingOptions withOptimiser(Optimiser newOptimiser) {
        return new TrainingOptions(epochs, batchSize, newOptimiser, validation, seed);
    }

    public TrainingOptions withValidation(Validation newValidation) {
        return new TrainingOptions(epochs, batchSize, optimiser, newValidation, seed);
    }

    public TrainingOptions withSeed(long newSeed) {
        return new TrainingOptions(epochs, batchSize, optimiser, validation, newSeed);
    }
}

package io.github.zsl4j.train.episode;

/**
 * How a network learns new classes: plain gradient steps on all labelled pictures at once.
 *
 * @param steps at least 1 (usual range 1 to 10 in training; more may be taken afterwards)
 * @param learningRate above 0 (usual range 0.01 to 1)
 */
public record Adaptation(int steps, double learningRate) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public Adaptation {
        if (steps < 1 || !(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("Learning takes at least 1 step with a learning rate above 0, not "
                    + steps + " with " + learningRate);
        }
    }
}

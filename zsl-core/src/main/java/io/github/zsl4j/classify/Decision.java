package io.github.zsl4j.classify;

import java.io.Serializable;
import java.util.Optional;

/**
 * A ranking, and whether its best label is good enough to be an answer. A rejected input keeps its ranking, so that one
 * can see what it was taken for. Immutable and thread-safe.
 *
 * @param confidence how sure the ranking is
 * @param threshold the lowest confidence that is accepted; minus infinity accepts all
 */
public record Decision(Ranking ranking, double confidence, double threshold) implements Serializable {

    /** False for "none of these". */
    public boolean accepted() {
        return confidence >= threshold;
    }

    /** The best label, or nothing if the input is rejected. */
    public Optional<Ranking.Entry> answer() {
        return accepted() ? Optional.of(ranking.best()) : Optional.empty();
    }
}

package io.github.zsl4j.protocol;

import io.github.zsl4j.align.ZeroShotTrainer;
import java.util.List;
import java.util.Objects;

/**
 * A zero-shot method by its name, with the options to choose from.
 *
 * @param name in lower case, such as {@code eszsl}
 * @param candidates the method with different options, at least one; the usual one first. Which is best is decided on
 *     validation classes
 */
public record Method(String name, List<ZeroShotTrainer> candidates) {

    /** @throws IllegalArgumentException if there is no candidate */
    public Method {
        Objects.requireNonNull(name, "name");
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("The method " + name + " has no candidate");
        }
    }
}

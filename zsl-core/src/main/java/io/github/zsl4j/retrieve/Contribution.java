package io.github.zsl4j.retrieve;

import java.util.Objects;

/**
 * What a part of a query does to the score of a hit. Immutable.
 *
 * @param part a part of a composed query, or a word of a text
 * @param value in the unit of the score; negative if it speaks against the hit
 */
public record Contribution(String part, double value) {

    public Contribution {
        Objects.requireNonNull(part, "part");
    }
}

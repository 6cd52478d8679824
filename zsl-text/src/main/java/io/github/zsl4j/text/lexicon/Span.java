package io.github.zsl4j.text.lexicon;

import java.util.List;

/**
 * A part of a label that WordNet knows.
 *
 * @param part the words of the label, lower case, separated by single spaces
 * @param senses what they can mean, the exact form before its base forms, each in WordNet's order; never empty
 */
public record Span(String part, List<Sense> senses) {

    /** @throws IllegalArgumentException if {@code senses} is empty */
    public Span {
        senses = List.copyOf(senses);
        if (senses.isEmpty()) {
            throw new IllegalArgumentException("A span needs at least one sense");
        }
    }
}

package io.github.zsl4j.retrieve;

import java.util.Map;
import java.util.Objects;

/**
 * What a search found. Immutable.
 *
 * @param key of the item
 * @param score the similarity to the query, higher is closer; comparable within the answers to one query
 * @param fields the item's metadata
 */
public record Hit<K>(K key, double score, Map<String, String> fields) {

    public Hit {
        Objects.requireNonNull(key, "key");
        fields = Map.copyOf(fields);
    }

    /** The same with another score, as re-ranking gives it. */
    public Hit<K> withScore(double newScore) {
        return new Hit<>(key, newScore, fields);
    }
}

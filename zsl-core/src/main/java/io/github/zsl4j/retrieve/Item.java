package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import java.util.Map;
import java.util.Objects;

/**
 * What an index holds: a vector under a key, with what is known of it. Immutable.
 *
 * @param key unique in an index
 * @param vector of the index's space
 * @param fields metadata by name, such as {@code path} and {@code caption}; may be empty
 */
public record Item<K>(K key, Embedding vector, Map<String, String> fields) {

    public Item {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(vector, "vector");
        fields = Map.copyOf(fields);
    }

    /** An item without metadata. */
    public static <K> Item<K> of(K key, Embedding vector) {
        return new Item<>(key, vector, Map.of());
    }
}

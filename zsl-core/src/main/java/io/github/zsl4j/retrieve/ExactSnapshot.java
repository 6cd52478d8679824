package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.embedding.Similarity.Neighbour;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an exact index held at a commit. Immutable. */
final class ExactSnapshot<K extends Comparable<? super K>> {

    private final EmbeddingSpace space;
    private final Similarity similarity;
    private final SortedMap<K, Item<K>> byKey;

    /** In the order of the keys, so that equal scores come in that order. */
    private final List<Item<K>> items;

    private final Similarity.Comparison comparison;

    /** @param byKey not changed any more */
    ExactSnapshot(EmbeddingSpace space, Similarity similarity, SortedMap<K, Item<K>> byKey) {
        this.space = space;
        this.similarity = similarity;
        this.byKey = byKey;
        this.items = List.copyOf(byKey.values());
        this.comparison = similarity.to(
                EmbeddingMatrix.of(space, items.stream().map(Item::vector).toList()));
    }

    /** This with items put, or removed where there is none. */
    ExactSnapshot<K> with(Map<K, Optional<Item<K>>> changes) {
        SortedMap<K, Item<K>> changed = new TreeMap<>(byKey);
        changes.forEach((key, item) -> changed.compute(key, (same, old) -> item.orElse(null)));
        return new ExactSnapshot<>(space, similarity, changed);
    }

    int size() {
        return items.size();
    }

    Optional<Item<K>> get(K key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Stream<K> keys() {
        return items.stream().map(Item::key);
    }

    List<List<Hit<K>>> search(EmbeddingMatrix queries, int k, Filter filter) {
        BitSet accepted = filter.equals(Filter.all()) ? null : accepted(filter);
        return comparison.nearest(queries, k, accepted).stream()
                .map(found -> found.stream().map(this::hit).toList())
                .toList();
    }

    private BitSet accepted(Filter filter) {
        BitSet accepted = new BitSet(items.size());
        for (int i = 0; i < items.size(); i++) {
            accepted.set(i, filter.accepts(items.get(i).fields()));
        }
        return accepted;
    }

    private Hit<K> hit(Neighbour found) {
        Item<K> item = items.get(found.target());
        return new Hit<>(item.key(), found.similarity(), item.fields());
    }
}

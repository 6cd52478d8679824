package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** An index in memory that compares every query with every item. */
public final class ExactIndex<K extends Comparable<? super K>> implements EmbeddingIndex<K> {

    private final EmbeddingSpace space;
    private final Similarity similarity;
    private final TreeMap<K, Item<K>> pending = new TreeMap<>();
    private volatile Snapshot<K> snapshot;

    private ExactIndex(EmbeddingSpace space, Similarity similarity) {
        this.space = Objects.requireNonNull(space, "space");
        this.similarity = Objects.requireNonNull(similarity, "similarity");
        this.snapshot = new Snapshot<>(space, similarity, new TreeMap<>());
    }

    /** An index without items. */
    public static <K extends Comparable<? super K>> ExactIndex<K> of(EmbeddingSpace space, Similarity similarity) {
        return new ExactIndex<>(space, similarity);
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public Similarity similarity() {
        return similarity;
    }

    @Override
    public int size() {
        return snapshot().items.size();
    }

    @Override
    public synchronized void putAll(List<Item<K>> items) {
        snapshot();
        items.forEach(item -> space.requireSame(item.vector().space()));
        items.forEach(item -> pending.put(item.key(), item));
    }

    @Override
    public synchronized void remove(K key) {
        snapshot();
        pending.remove(Objects.requireNonNull(key, "key"));
    }

    @Override
    public synchronized void commit() {
        snapshot();
        snapshot = new Snapshot<>(space, similarity, new TreeMap<>(pending));
    }

    @Override
    public Optional<Item<K>> get(K key) {
        return Optional.ofNullable(snapshot().items.get(Objects.requireNonNull(key, "key")));
    }

    @Override
    public List<List<Hit<K>>> search(EmbeddingMatrix queries, int k, Filter filter) {
        Snapshot<K> seen = snapshot();
        space.requireSame(queries.space());
        Objects.requireNonNull(filter, "filter");
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, not " + k);
        }
        return seen.search(queries, k, filter);
    }

    @Override
    public synchronized void close() {
        snapshot = null;
        pending.clear();
    }

    private Snapshot<K> snapshot() {
        Snapshot<K> seen = snapshot;
        if (seen == null) {
            throw new IllegalStateException("The index is closed");
        }
        return seen;
    }

    private static final class Snapshot<K> {

        private final TreeMap<K, Item<K>> items;
        private final List<Item<K>> list;
        private final Similarity.Comparison comparison;

        Snapshot(EmbeddingSpace space, Similarity similarity, TreeMap<K, Item<K>> items) {
            this.items = items;
            this.list = new ArrayList<>(items.values());
            List<Embedding> vectors = list.stream().map(Item::vector).toList();
            this.comparison = similarity.to(EmbeddingMatrix.of(space, vectors));
        }

        List<List<Hit<K>>> search(EmbeddingMatrix queries, int k, Filter filter) {
            List<List<Hit<K>>> hits = new ArrayList<>();
            for (double[] row : comparison.of(queries)) {
                hits.add(IntStream.range(0, row.length)
                        .mapToObj(j ->
                                new Hit<>(list.get(j).key(), row[j], list.get(j).fields()))
                        .filter(hit -> filter.accepts(hit.fields()))
                        .sorted(Comparator.comparingDouble((Hit<K> hit) -> -hit.score()))
                        .limit(k)
                        .toList());
            }
            return hits;
        }
    }
}

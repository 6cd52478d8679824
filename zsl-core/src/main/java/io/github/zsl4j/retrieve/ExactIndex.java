package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An index in memory that compares every query with every item: for up to some hundred thousand items, and for what must not
 * miss anything. Many queries in one call are several times as fast as one after the other.
 *
 * <p>A search runs in parallel where that is worthwhile, in the caller's ForkJoinPool if it is in one, else in the common one;
 * scores are those of {@link Similarity#between}, bit for bit, whatever else is searched for. A commit copies all vectors into
 * the layout for searching: n * d floats beside the items themselves, n * d at most {@link Integer#MAX_VALUE}. Searches that
 * began before a commit see the items of before it.
 */
public final class ExactIndex<K extends Comparable<? super K>> implements EmbeddingIndex<K> {

    private final EmbeddingSpace space;
    private final Similarity similarity;

    /** What the next commit makes visible; a key without an item is removed. Guarded by this. */
    private final Map<K, Optional<Item<K>>> changes = new TreeMap<>();

    /** Null once the index is closed. */
    private volatile ExactSnapshot<K> committed;

    private ExactIndex(EmbeddingSpace space, Similarity similarity) {
        this.space = Objects.requireNonNull(space, "space");
        this.similarity = Objects.requireNonNull(similarity, "similarity");
        this.committed = new ExactSnapshot<>(space, similarity, new TreeMap<K, Item<K>>());
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
        return committed().size();
    }

    @Override
    public synchronized void putAll(List<Item<K>> items) {
        committed();
        List<Item<K>> all = new ArrayList<>(items);
        all.forEach(item -> space.requireSame(item.vector().space()));
        all.forEach(item -> changes.put(item.key(), Optional.of(item)));
    }

    @Override
    public synchronized void remove(K key) {
        committed();
        changes.put(Objects.requireNonNull(key, "key"), Optional.empty());
    }

    @Override
    public synchronized void commit() {
        ExactSnapshot<K> before = committed();
        if (!changes.isEmpty()) {
            committed = before.with(changes);
            changes.clear();
        }
    }

    @Override
    public Optional<Item<K>> get(K key) {
        return committed().get(Objects.requireNonNull(key, "key"));
    }

    /** The keys in their order; the stream need not be closed. */
    @Override
    public Stream<K> keys() {
        return committed().keys();
    }

    @Override
    public List<List<Hit<K>>> search(EmbeddingMatrix queries, int k, Filter filter) {
        return committed().search(queries, k, Objects.requireNonNull(filter, "filter"));
    }

    @Override
    public synchronized void close() {
        committed = null;
        changes.clear();
    }

    private ExactSnapshot<K> committed() {
        ExactSnapshot<K> seen = committed;
        if (seen == null) {
            throw new IllegalStateException("The index is closed");
        }
        return seen;
    }
}

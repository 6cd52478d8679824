package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Items of one embedding space, searched by similarity. Searches see what was there at the last {@link #commit}: what has
 * been put or removed since is not seen, and is lost if the index is closed without one. Thread-safe: searches may run beside
 * each other and beside changes.
 *
 * <p>Equal scores come in the order of the keys, so keys are comparable.
 */
public interface EmbeddingIndex<K extends Comparable<? super K>> extends AutoCloseable {

    /** The space of all vectors, of queries too. */
    EmbeddingSpace space();

    /** How items are compared with queries. */
    Similarity similarity();

    /** The number of items at the last commit. */
    int size();

    /** Adds an item, or replaces the one that has its key, with the next commit. */
    default void put(Item<K> item) {
        putAll(List.of(item));
    }

    /**
     * As {@link #put}, for many.
     *
     * @throws IllegalArgumentException if a vector is of another space; then nothing has been put
     */
    void putAll(List<Item<K>> items);

    /** Removes the item that has this key, if there is one, with the next commit. */
    void remove(K key);

    /** Makes all changes visible at once; where the index is kept on disk, they survive a crash from here on. */
    void commit();

    /** The item as of the last commit. */
    Optional<Item<K>> get(K key);

    /**
     * The keys of all items as of the last commit before this call, whatever is committed meanwhile. Each comes once, in an order
     * that is the same until the next commit; which order is up to the index. They are read one by one, so listing them takes no
     * memory of its own.
     *
     * @return to be closed, since an index on disk keeps files open for it
     */
    Stream<K> keys();

    /**
     * The items that are closest to each query, best first.
     *
     * @param queries [n, d]
     * @param k how many at most, at least 1
     * @return n lists; shorter than {@code k} where the filter accepts fewer
     * @throws IllegalArgumentException if the queries are of another space, or k is not positive
     */
    List<List<Hit<K>>> search(EmbeddingMatrix queries, int k, Filter filter);

    /** As {@link #search(EmbeddingMatrix, int, Filter)} for one query. */
    default List<Hit<K>> search(Embedding query, int k, Filter filter) {
        return search(EmbeddingMatrix.wrap(query.space(), query.toArray()), k, filter)
                .get(0);
    }

    /** The items that are closest to the query, whatever their metadata. */
    default List<Hit<K>> search(Embedding query, int k) {
        return search(query, k, Filter.all());
    }

    /** Frees what the index holds; changes since the last commit are lost. Later calls are refused. */
    @Override
    void close();
}

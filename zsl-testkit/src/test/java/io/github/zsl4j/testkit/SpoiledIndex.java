package io.github.zsl4j.testkit;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.ExactIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An exact index; subclasses spoil a method. */
class SpoiledIndex implements EmbeddingIndex<String> {

    final EmbeddingIndex<String> good;

    SpoiledIndex(EmbeddingSpace space, Similarity similarity) {
        this.good = ExactIndex.of(space, similarity);
    }

    @Override
    public EmbeddingSpace space() {
        return good.space();
    }

    @Override
    public Similarity similarity() {
        return good.similarity();
    }

    @Override
    public int size() {
        return good.size();
    }

    @Override
    public void putAll(List<Item<String>> items) {
        good.putAll(items);
    }

    @Override
    public void remove(String key) {
        good.remove(key);
    }

    @Override
    public void commit() {
        good.commit();
    }

    @Override
    public Optional<Item<String>> get(String key) {
        return good.get(key);
    }

    @Override
    public Stream<String> keys() {
        return good.keys();
    }

    @Override
    public List<List<Hit<String>>> search(EmbeddingMatrix queries, int k, Filter filter) {
        return good.search(queries, k, filter);
    }

    @Override
    public void close() {
        good.close();
    }
}

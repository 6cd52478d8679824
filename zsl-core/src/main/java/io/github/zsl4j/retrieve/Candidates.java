package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Hits and their vectors.
 *
 * @param hits those that the index still has
 * @param vectors a row for each
 */
record Candidates<K>(List<Hit<K>> hits, EmbeddingMatrix vectors) {

    static <K extends Comparable<? super K>> Candidates<K> of(
            EmbeddingIndex<K> index, Embedding query, List<Hit<K>> hits) {
        index.space().requireSame(query.space());
        List<Hit<K>> present = new ArrayList<>();
        List<Embedding> vectors = new ArrayList<>();
        for (Hit<K> hit : hits) {
            index.get(hit.key()).ifPresent(item -> {
                present.add(hit);
                vectors.add(item.vector());
            });
        }
        return new Candidates<>(present, EmbeddingMatrix.of(index.space(), vectors));
    }
}

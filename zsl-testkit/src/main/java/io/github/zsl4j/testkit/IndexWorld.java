package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;

/**
 * Random items and queries, and what an index should find. Every item is of one of ten groups; a few are rare, and far from
 * every query. Immutable.
 */
final class IndexWorld {

    /** The number of items. */
    static final int ITEMS = 1000;

    static final EmbeddingSpace SPACE = EmbeddingSpace.of("world", 19);

    private static final int QUERIES = 9;

    private final Similarity similarity;
    private final double tolerance;
    private final List<Item<String>> items;
    private final EmbeddingMatrix queries;

    private IndexWorld(Similarity similarity, double tolerance, List<Item<String>> items, EmbeddingMatrix queries) {
        this.similarity = similarity;
        this.tolerance = tolerance;
        this.items = items;
        this.queries = queries;
    }

    static IndexWorld of(Similarity similarity, double tolerance) {
        Random random = new Random(1);
        List<Item<String>> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            boolean rare = i % 250 == 0;
            Map<String, String> fields = Map.of("group", String.valueOf(i % 10), "rare", rare ? "yes" : "no");
            items.add(new Item<>("item " + i, vector(random, rare ? -9 : 9), fields));
        }
        List<Embedding> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            queries.add(vector(random, 9));
        }
        return new IndexWorld(similarity, tolerance, items, EmbeddingMatrix.of(SPACE, queries));
    }

    private static Embedding vector(Random random, float first) {
        float[] values = new float[SPACE.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        values[0] = first;
        return Embedding.of(SPACE, values);
    }

    EmbeddingMatrix queries() {
        return queries;
    }

    /** Puts all items in two commits. */
    void fill(EmbeddingIndex<String> index) {
        index.putAll(items.subList(0, ITEMS / 2));
        index.commit();
        index.putAll(items.subList(ITEMS / 2, ITEMS));
        index.commit();
    }

    /** The mean part of the k best that the index finds. Asserts that what it finds is in order and has right scores. */
    double recall(EmbeddingIndex<String> index, int k, Filter filter) {
        double sum = 0;
        List<List<Hit<String>>> found = index.search(queries, k, filter);
        assertThat(found).hasSize(QUERIES);
        for (int i = 0; i < QUERIES; i++) {
            List<Hit<String>> right = best(queries.row(i), k, filter);
            assertRight(found.get(i), queries.row(i), filter);
            List<String> keys = found.get(i).stream().map(Hit::key).toList();
            assertThat(keys).hasSizeLessThanOrEqualTo(k);
            sum += (double) right.stream()
                            .filter(hit -> keys.contains(hit.key()))
                            .count()
                    / right.size();
        }
        return sum / QUERIES;
    }

    private List<Hit<String>> best(Embedding query, int k, Filter filter) {
        return items.stream()
                .filter(item -> filter.accepts(item.fields()))
                .map(item -> new Hit<>(item.key(), similarity.between(query, item.vector()), item.fields()))
                .sorted(order())
                .limit(k)
                .toList();
    }

    private static Comparator<Hit<String>> order() {
        return Comparator.comparingDouble((Hit<String> hit) -> -hit.score()).thenComparing(Hit::key);
    }

    private void assertRight(List<Hit<String>> hits, Embedding query, Filter filter) {
        assertThat(hits).isSortedAccordingTo(order());
        assertThat(hits.stream().map(Hit::key).collect(Collectors.toSet())).hasSameSizeAs(hits);
        Map<String, Item<String>> byKey = items.stream().collect(Collectors.toMap(Item::key, item -> item));
        for (Hit<String> hit : hits) {
            Item<String> item = byKey.get(hit.key());
            double right = similarity.between(query, item.vector());
            assertThat(hit.score()).isCloseTo(right, Offset.offset(tolerance * Math.max(1, Math.abs(right))));
            assertThat(hit.fields()).isEqualTo(item.fields());
            assertThat(filter.accepts(hit.fields())).isTrue();
        }
    }
}

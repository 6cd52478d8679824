package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link EmbeddingIndex} must do: how it keeps items, and, in this class, how it finds them. Extend it, and give an
 * empty index. An index that is approximate overrides
 * {@link #recall}; while it holds only a handful of items, it too must find every one of them.
 */
public abstract class EmbeddingIndexContract extends IndexChangesContract {

    /** The share of the right items that searches among {@link IndexWorld#ITEMS} must find at least; 1 if exact. */
    protected double recall() {
        return 1;
    }

    /** How far a score may be from {@link Similarity#between}, relative to the larger of 1 and the score. */
    protected double tolerance() {
        return 1e-5;
    }

    @Test
    void findsTheClosestFirst() {
        try (EmbeddingIndex<String> index = compass()) {
            assertThat(keys(index, EAST, 1)).containsExactly("east");
            assertThat(keys(index, EAST, 2)).containsExactly("east", "south-east");
            assertThat(keys(index, NORTH, 3)).containsExactly("north", "east", "south-east");
        }
    }

    @Test
    void findsNoMoreThanThereIs() {
        try (EmbeddingIndex<String> index = compass()) {
            assertThat(keys(index, EAST, 4)).containsExactly("east", "south-east", "north");
            assertThat(keys(index, EAST, Integer.MAX_VALUE)).containsExactly("east", "south-east", "north");
        }
    }

    @Test
    void answersEachQueryInItsPlace() {
        try (EmbeddingIndex<String> index = compass()) {
            EmbeddingMatrix queries = EmbeddingMatrix.of(PLANE, List.of(NORTH, EAST, NORTH));
            List<List<Hit<String>>> hits = index.search(queries, 1, Filter.all());
            assertThat(hits).extracting(row -> row.get(0).key()).containsExactly("north", "east", "north");
            assertThat(index.search(queries.select(), 1, Filter.all())).isEmpty();
        }
    }

    @Test
    void filtersByMetadata() {
        Filter drawing = Filter.equal("kind", "drawing");
        Filter photo = Filter.equal("kind", "photo");
        try (EmbeddingIndex<String> index = compass()) {
            index.put(Item.of("unknown", EAST));
            index.commit();
            assertThat(keys(index, EAST, 9, drawing)).containsExactly("south-east", "north");
            assertThat(keys(index, EAST, 1, drawing)).containsExactly("south-east");
            assertThat(keys(index, EAST, 9, Filter.not(drawing))).containsExactly("east", "unknown");
            assertThat(keys(index, EAST, 9, Filter.any(photo, drawing))).containsExactly("east", "south-east", "north");
            assertThat(keys(index, EAST, 9, Filter.every(photo, drawing))).isEmpty();
            assertThat(keys(index, EAST, 9, Filter.any())).isEmpty();
            assertThat(keys(index, EAST, 9, Filter.every(Filter.not(photo), Filter.not(drawing))))
                    .containsExactly("unknown");
            assertThat(keys(index, EAST, 9, Filter.equal("Kind", "drawing"))).isEmpty();
        }
    }

    @Test
    void ordersEqualScoresByKey() {
        List<String> keys = List.of("b", "a", "C", "aa", "10", "9");
        try (EmbeddingIndex<String> index = cosine()) {
            keys.forEach(key -> index.put(Item.of(key, EAST)));
            index.commit();
            List<String> sorted = keys.stream().sorted().toList();
            assertThat(keys(index, EAST, 6)).isEqualTo(sorted);
            if (recall() == 1) {
                assertThat(keys(index, EAST, 3)).isEqualTo(sorted.subList(0, 3));
            }
        }
    }

    @Test
    void theZeroVectorIsFoundWithTheScoreZero() {
        try (EmbeddingIndex<String> index = compass()) {
            index.put(Item.of("zero", ZERO));
            index.commit();
            assertThat(keys(index, EAST, 9).subList(0, 2)).containsExactly("east", "south-east");
            assertThat(keys(index, EAST, 9).subList(2, 4)).containsExactly("north", "zero");
            assertThat(index.search(ZERO, 9)).hasSize(4).allMatch(hit -> Math.abs(hit.score()) <= tolerance());
            assertThat(index.get("zero")).map(Item::vector).contains(ZERO);
        }
    }

    /** The rare items are far from every query: a search that filters what it has found would miss them. */
    @ParameterizedTest
    @EnumSource
    void findsWhatAFullSortFinds(Similarity similarity) {
        IndexWorld world = IndexWorld.of(similarity, tolerance());
        try (EmbeddingIndex<String> index = index(IndexWorld.SPACE, similarity)) {
            world.fill(index);
            assertThat(world.recall(index, 10, Filter.all())).isGreaterThanOrEqualTo(recall());
            assertThat(world.recall(index, 10, Filter.equal("group", "3"))).isGreaterThanOrEqualTo(recall());
            assertThat(world.recall(index, 10, Filter.equal("rare", "yes"))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersAQueryAloneAsAmongOthers(Similarity similarity) {
        IndexWorld world = IndexWorld.of(similarity, tolerance());
        try (EmbeddingIndex<String> index = index(IndexWorld.SPACE, similarity)) {
            world.fill(index);
            List<List<Hit<String>>> together = index.search(world.queries(), 7, Filter.all());
            for (int i = 0; i < together.size(); i++) {
                assertThat(index.search(world.queries().row(i), 7)).isEqualTo(together.get(i));
            }
        }
    }

    @Test
    void refusesToFindNothing() {
        try (EmbeddingIndex<String> index = compass()) {
            assertRefused(() -> index.search(EAST, 0), "0");
            assertRefused(() -> index.search(EAST, -1), "-1");
            assertRefused(() -> index.search(EmbeddingMatrix.of(PLANE, new float[0]), 0, Filter.all()), "0");
        }
    }
}

package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link EmbeddingIndex} must do. Extend it, and give an empty index. An index that is approximate overrides
 * {@link #recall}; while it holds only a handful of items, it too must find every one of them.
 */
public abstract class EmbeddingIndexContract {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final Embedding EAST = Embedding.of(PLANE, 1, 0);
    private static final Embedding NORTH = Embedding.of(PLANE, 0, 1);
    private static final Embedding SOUTH_EAST = Embedding.of(PLANE, 2, -2);
    private static final Embedding ZERO = Embedding.of(PLANE, 0, 0);

    /** A new index without items. */
    protected abstract EmbeddingIndex<String> index(EmbeddingSpace space, Similarity similarity);

    /** The share of the right items that searches among {@link IndexWorld#ITEMS} must find at least; 1 if exact. */
    protected double recall() {
        return 1;
    }

    /** How far a score may be from {@link Similarity#between}, relative to the larger of 1 and the score. */
    protected double tolerance() {
        return 1e-5;
    }

    private static Item<String> item(String key, Embedding vector, String kind) {
        return new Item<>(key, vector, Map.of("kind", kind));
    }

    private EmbeddingIndex<String> cosine() {
        return index(PLANE, Similarity.COSINE);
    }

    private EmbeddingIndex<String> compass() {
        EmbeddingIndex<String> index = cosine();
        index.putAll(List.of(
                item("north", NORTH, "drawing"),
                item("east", EAST, "photo"),
                item("south-east", SOUTH_EAST, "drawing")));
        index.commit();
        return index;
    }

    private static List<String> keys(EmbeddingIndex<String> index, Embedding query, int k, Filter filter) {
        return index.search(query, k, filter).stream().map(Hit::key).toList();
    }

    private static List<String> keys(EmbeddingIndex<String> index, Embedding query, int k) {
        return keys(index, query, k, Filter.all());
    }

    @Test
    void startsEmptyInItsSpace() {
        try (EmbeddingIndex<String> index = cosine()) {
            assertThat(index.space()).isEqualTo(PLANE);
            assertThat(index.similarity()).isEqualTo(Similarity.COSINE);
            assertThat(index.size()).isZero();
            assertThat(index.get("east")).isEmpty();
            assertThat(index.search(EAST, 3)).isEmpty();
            index.commit();
            assertThat(index.search(EAST, 3)).isEmpty();
        }
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
    void givesBackWhatWasPut() {
        Item<String> item =
                new Item<>("пёс 🐕", SOUTH_EAST, Map.of("path", "a b/ü.jpg", "caption", "", "Größe", "1\n2"));
        try (EmbeddingIndex<String> index = cosine()) {
            index.put(item);
            index.commit();
            assertThat(index.get(item.key())).contains(item);
            Hit<String> hit = index.search(EAST, 1).get(0);
            assertThat(hit.key()).isEqualTo(item.key());
            assertThat(hit.fields()).isEqualTo(item.fields());
        }
    }

    @Test
    void showsChangesOnlyWithTheCommit() {
        try (EmbeddingIndex<String> index = compass()) {
            index.put(Item.of("west", Embedding.of(PLANE, -1, 0)));
            index.put(item("east", NORTH, "photo"));
            index.remove("south-east");
            assertThat(index.size()).isEqualTo(3);
            assertThat(index.get("west")).isEmpty();
            assertThat(index.get("east")).map(Item::vector).contains(EAST);
            assertThat(keys(index, EAST, 9)).containsExactly("east", "south-east", "north");
            index.commit();
            assertThat(index.size()).isEqualTo(3);
            assertThat(index.get("south-east")).isEmpty();
            assertThat(index.get("east")).map(Item::vector).contains(NORTH);
            assertThat(keys(index, NORTH, 9)).containsExactly("east", "north", "west");
        }
    }

    @Test
    void replacesAnItemWithItsMetadata() {
        try (EmbeddingIndex<String> index = compass()) {
            index.put(Item.of("east", EAST));
            index.commit();
            assertThat(index.size()).isEqualTo(3);
            assertThat(index.get("east")).contains(Item.of("east", EAST));
            assertThat(keys(index, EAST, 9, Filter.equal("kind", "photo"))).isEmpty();
        }
    }

    @Test
    void theLastChangeOfAKeyCounts() {
        try (EmbeddingIndex<String> index = compass()) {
            index.putAll(List.of(Item.of("x", ZERO), Item.of("y", ZERO), Item.of("x", EAST)));
            index.remove("y");
            index.remove("north");
            index.put(Item.of("north", EAST));
            index.commit();
            assertThat(index.size()).isEqualTo(4);
            assertThat(index.get("x")).map(Item::vector).contains(EAST);
            assertThat(index.get("y")).isEmpty();
            assertThat(keys(index, EAST, 9)).containsExactly("east", "north", "x", "south-east");
        }
    }

    @Test
    void removesWhatIsThereAndNothingElse() {
        try (EmbeddingIndex<String> index = compass()) {
            index.remove("west");
            index.commit();
            assertThat(index.size()).isEqualTo(3);
            Stream.of("north", "east", "south-east").forEach(index::remove);
            index.commit();
            assertThat(index.size()).isZero();
            assertThat(index.search(EAST, 3)).isEmpty();
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
    void searchesSeeOneCommitWhileItemsChange() {
        try (EmbeddingIndex<String> index = cosine()) {
            ChangingIndex.run(index, EAST);
        }
    }

    @Test
    void keepsWhatManyThreadsPut() {
        try (EmbeddingIndex<String> index = cosine()) {
            List<String> keys =
                    Stream.iterate(0, i -> i + 1).limit(100).map(i -> "k" + i).toList();
            keys.parallelStream().forEach(key -> index.put(Item.of(key, EAST)));
            index.commit();
            assertThat(index.size()).isEqualTo(100);
            assertThat(keys).allMatch(key -> index.get(key).isPresent());
        }
    }

    @Test
    void refusesVectorsOfAnotherSpaceAndPutsNothing() {
        EmbeddingSpace twin = new EmbeddingSpace("plane", 2, "retrained");
        Embedding other = Embedding.of(twin, 1, 0);
        try (EmbeddingIndex<String> index = compass()) {
            assertRefused(() -> index.putAll(List.of(Item.of("west", EAST), Item.of("other", other))), "plane");
            assertRefused(() -> index.search(other, 1), "plane");
            index.commit();
            assertThat(index.size()).isEqualTo(3);
            assertThat(index.get("west")).isEmpty();
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

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesUseAfterClosing() {
        EmbeddingIndex<String> index = compass();
        index.close();
        index.close();
        Stream.<Runnable>of(
                        () -> index.search(EAST, 1),
                        () -> index.get("east"),
                        index::size,
                        () -> index.put(Item.of("west", EAST)),
                        () -> index.remove("east"),
                        index::commit)
                .forEach(call -> assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class));
    }
}

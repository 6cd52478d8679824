package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link EmbeddingIndexContract} that is about what an index holds: changes, commits, threads and closing. */
abstract class IndexChangesContract {

    static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    static final Embedding EAST = Embedding.of(PLANE, 1, 0);
    static final Embedding NORTH = Embedding.of(PLANE, 0, 1);
    static final Embedding SOUTH_EAST = Embedding.of(PLANE, 2, -2);
    static final Embedding ZERO = Embedding.of(PLANE, 0, 0);

    /** A new index without items. */
    protected abstract EmbeddingIndex<String> index(EmbeddingSpace space, Similarity similarity);

    static Item<String> item(String key, Embedding vector, String kind) {
        return new Item<>(key, vector, Map.of("kind", kind));
    }

    EmbeddingIndex<String> cosine() {
        return index(PLANE, Similarity.COSINE);
    }

    EmbeddingIndex<String> compass() {
        EmbeddingIndex<String> index = cosine();
        index.putAll(List.of(
                item("north", NORTH, "drawing"),
                item("east", EAST, "photo"),
                item("south-east", SOUTH_EAST, "drawing")));
        index.commit();
        return index;
    }

    static List<String> keys(EmbeddingIndex<String> index, Embedding query, int k, Filter filter) {
        return index.search(query, k, filter).stream().map(Hit::key).toList();
    }

    static List<String> keys(EmbeddingIndex<String> index, Embedding query, int k) {
        return keys(index, query, k, Filter.all());
    }

    @Test
    void startsEmptyInItsSpace() {
        try (EmbeddingIndex<String> index = cosine()) {
            assertThat(index.space()).isEqualTo(PLANE);
            assertThat(index.similarity()).isEqualTo(Similarity.COSINE);
            assertThat(index.size()).isZero();
            assertThat(index.get("east")).isEmpty();
            assertThat(keys(index)).isEmpty();
            assertThat(index.search(EAST, 3)).isEmpty();
            index.commit();
            assertThat(index.search(EAST, 3)).isEmpty();
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

    private static List<String> keys(EmbeddingIndex<String> index) {
        try (Stream<String> keys = index.keys()) {
            return keys.toList();
        }
    }

    @Test
    void listsTheKeysOfTheLastCommit() {
        try (EmbeddingIndex<String> index = compass()) {
            index.put(Item.of("пёс 🐕", EAST));
            index.put(Item.of("east", NORTH));
            index.remove("south-east");
            assertThat(keys(index)).containsExactlyInAnyOrder("north", "east", "south-east");
            index.commit();
            assertThat(keys(index)).containsExactlyInAnyOrder("north", "east", "пёс 🐕");
            assertThat(keys(index)).isEqualTo(keys(index));
            keys(index).forEach(index::remove);
            index.commit();
            assertThat(keys(index)).isEmpty();
        }
    }

    @Test
    void keysThatAreBeingListedStayThoseOfOneCommit() {
        try (EmbeddingIndex<String> index = compass();
                Stream<String> keys = index.keys()) {
            Iterator<String> listed = keys.iterator();
            Set<String> seen = new HashSet<>(Set.of(listed.next()));
            index.put(Item.of("west", EAST));
            index.remove("north");
            index.remove("east");
            index.commit();
            listed.forEachRemaining(key -> assertThat(seen.add(key)).as(key).isTrue());
            assertThat(seen).containsExactlyInAnyOrder("north", "east", "south-east");
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
    void refusesUseAfterClosing() {
        EmbeddingIndex<String> index = compass();
        index.close();
        index.close();
        Stream.<Runnable>of(
                        () -> index.search(EAST, 1),
                        () -> index.get("east"),
                        index::size,
                        index::keys,
                        () -> index.put(Item.of("west", EAST)),
                        () -> index.remove("east"),
                        index::commit)
                .forEach(call -> assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class));
    }

    static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}

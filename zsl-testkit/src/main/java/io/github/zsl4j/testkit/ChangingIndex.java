package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Searches an index while its items are replaced again and again. */
final class ChangingIndex {

    private static final int ITEMS = 5;
    private static final int VERSIONS = 40;
    private static final int SEARCHERS = 3;

    private ChangingIndex() {}

    /** Asserts that every search finds all items, of one version, and never an older one than before. */
    static void run(EmbeddingIndex<String> index, Embedding vector) throws Exception {
        put(index, vector, 0);
        index.commit();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(SEARCHERS);
        try {
            List<Future<?>> searchers = new ArrayList<>();
            for (int i = 0; i < SEARCHERS; i++) {
                searchers.add(pool.submit(() -> search(index, vector, done)));
            }
            change(index, vector);
            done.set(true);
            for (Future<?> searcher : searchers) {
                searcher.get();
            }
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
    }

    private static void change(EmbeddingIndex<String> index, Embedding vector) {
        for (int version = 1; version <= VERSIONS; version++) {
            put(index, vector, version);
            index.commit();
        }
    }

    private static void put(EmbeddingIndex<String> index, Embedding vector, int version) {
        Map<String, String> fields = Map.of("version", String.valueOf(version));
        IntStream.range(0, ITEMS).forEach(i -> index.put(new Item<>("item " + i, vector, fields)));
    }

    private static void search(EmbeddingIndex<String> index, Embedding query, AtomicBoolean done) {
        int before = 0;
        do {
            List<Hit<String>> hits = index.search(query, 2 * ITEMS);
            List<String> versions = hits.stream()
                    .map(hit -> hit.fields().get("version"))
                    .distinct()
                    .toList();
            assertThat(versions).as("versions of one search").hasSize(1);
            assertThat(hits).hasSize(ITEMS);
            int version = Integer.parseInt(versions.get(0));
            assertThat(version).as("version after " + before).isGreaterThanOrEqualTo(before);
            before = version;
        } while (!done.get());
    }
}

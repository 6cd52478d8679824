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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Searches an index while its items are replaced again and again. */
final class ChangingIndex {

    private static final int ITEMS = 5;
    private static final int VERSIONS = 40;
    private static final int SEARCHERS = 3;

    private final EmbeddingIndex<String> index;
    private final Embedding vector;
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicLong searches = new AtomicLong();

    private ChangingIndex(EmbeddingIndex<String> index, Embedding vector) {
        this.index = index;
        this.vector = vector;
    }

    /** Asserts that every search finds all items, of one version, and never an older one than before. */
    static void run(EmbeddingIndex<String> index, Embedding vector) {
        ChangingIndex changing = new ChangingIndex(index, vector);
        changing.put(0);
        index.commit();
        ExecutorService pool = Executors.newFixedThreadPool(SEARCHERS);
        try {
            List<Future<?>> searchers = new ArrayList<>();
            for (int i = 0; i < SEARCHERS; i++) {
                searchers.add(pool.submit(changing::searchUntilDone));
            }
            changing.change();
            for (Future<?> searcher : searchers) {
                assertThat(searcher).succeedsWithin(1, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void change() {
        try {
            for (int version = 1; version <= VERSIONS; version++) {
                put(version);
                index.commit();
            }
        } finally {
            done.set(true);
        }
    }

    /** Lets some searches pass half way. */
    private void put(int version) {
        Map<String, String> fields = Map.of("version", String.valueOf(version));
        for (int i = 0; i < ITEMS; i++) {
            index.put(new Item<>("item " + i, vector, fields));
            if (version > 0 && i == ITEMS / 2) {
                awaitSearches();
            }
        }
    }

    private void awaitSearches() {
        long enough = searches.get() + 2 * SEARCHERS;
        while (searches.get() < enough && !done.get()) {
            Thread.yield();
        }
    }

    private void searchUntilDone() {
        try {
            int version = 0;
            do {
                version = search(version);
                searches.incrementAndGet();
            } while (!done.get());
        } finally {
            done.set(true);
        }
    }

    private int search(int before) {
        List<Hit<String>> hits = index.search(vector, 2 * ITEMS);
        List<String> versions =
                hits.stream().map(hit -> hit.fields().get("version")).distinct().toList();
        assertThat(versions).as("versions of one search").hasSize(1);
        assertThat(hits).hasSize(ITEMS);
        int version = Integer.parseInt(versions.get(0));
        assertThat(version).as("version after " + before).isGreaterThanOrEqualTo(before);
        return version;
    }
}

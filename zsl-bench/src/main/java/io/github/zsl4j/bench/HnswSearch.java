package io.github.zsl4j.bench;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.lucene.LuceneIndex;
import io.github.zsl4j.lucene.LuceneOptions;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.ExactIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recall and time of Lucene's HNSW against exact search, on generated vectors ({@link ClusteredVectors}). One thread searches,
 * one query at a time. An index that is there already is not built again.
 *
 * <p>Arguments: FOLDER [ITEMS [DIMENSION [CENTRES [SPREAD [QUERIES [CONNECTIONS [BEAM]]]]]]]
 */
public final class HnswSearch {

    private static final int K = 10;
    private static final int BATCH = 10_000;
    private static final int[] CANDIDATES = {50, 100, 200, 400, 800};
    private static final String[] DEFAULTS = {"100000", "256", "2000", "0.5", "200", "16", "100"};

    private final ClusteredVectors vectors;
    private final int items;
    private final List<Embedding> queries;
    private final LuceneOptions options;

    private HnswSearch(String[] args) {
        this.items = Integer.parseInt(args[0]);
        this.vectors =
                ClusteredVectors.of(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Double.parseDouble(args[3]));
        // Numbers that no item has.
        this.queries = IntStream.range(0, Integer.parseInt(args[4]))
                .mapToObj(i -> vectors.vector(-1L - i))
                .toList();
        this.options = LuceneOptions.defaults()
                .withConnections(Integer.parseInt(args[5]))
                .withBeamWidth(Integer.parseInt(args[6]))
                .withBufferMegabytes(1900);
    }

    /** Builds, measures and prints. */
    public static void main(String... args) throws IOException {
        String[] numbers = DEFAULTS.clone();
        System.arraycopy(args, 1, numbers, 0, args.length - 1);
        System.out.println(
                "items, dimension, centres, spread, queries, connections, beam: " + String.join(", ", numbers));
        new HnswSearch(numbers).run(Path.of(args[0]));
    }

    private void run(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            build(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            double vectorBytes = 4.0 * items * vectors.space().dimension();
            say("index: %.0f MB on disk, vectors alone %.0f MB%n", bytes / 1e6, vectorBytes / 1e6);
        }
        Answers right = exact();
        for (int candidates : CANDIDATES) {
            measure(folder, candidates, right);
        }
    }

    /**
     * @param keys found for each query
     * @param millis a query, on average
     */
    private record Answers(List<Set<String>> keys, double millis) {}

    private Answers exact() {
        try (ExactIndex<String> exact = ExactIndex.of(vectors.space(), Similarity.COSINE)) {
            long start = System.nanoTime();
            fill(exact);
            say("exact index filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
            alone(() -> search(exact, Math.max(1, queries.size() / 10))); // warm-up
            Answers answers = alone(() -> timed(exact));
            say("exact: %.2f ms a query%n", answers.millis());
            return answers;
        }
    }

    private Answers timed(EmbeddingIndex<String> index) {
        long start = System.nanoTime();
        List<Set<String>> keys = search(index, queries.size());
        return new Answers(keys, (System.nanoTime() - start) / 1e6 / queries.size());
    }

    private void build(Path folder) {
        long start = System.nanoTime();
        try (LuceneIndex index = LuceneIndex.open(folder, vectors.space(), Similarity.COSINE, options)) {
            fill(index);
            say("put and committed in %.0f s%n", (System.nanoTime() - start) / 1e9);
            index.compact();
        }
        say("built in %.0f s on one thread%n", (System.nanoTime() - start) / 1e9);
    }

    private void fill(EmbeddingIndex<String> index) {
        List<Item<String>> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < items; i++) {
            batch.add(Item.of("k" + i, vectors.vector(i)));
            if (batch.size() == BATCH || i == items - 1) {
                index.putAll(batch);
                batch.clear();
            }
        }
        index.commit();
    }

    /** On one thread, though the exact index would use them all. */
    private static <T> T alone(Callable<T> work) {
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            return one.submit(work).join();
        } finally {
            one.shutdown();
        }
    }

    private List<Set<String>> search(EmbeddingIndex<String> index, int count) {
        List<Set<String>> found = new ArrayList<>(count);
        for (Embedding query : queries.subList(0, count)) {
            Set<String> keys = new HashSet<>();
            index.search(query, K, Filter.all()).stream().map(Hit::key).forEach(keys::add);
            found.add(keys);
        }
        return found;
    }

    private void measure(Path folder, int candidates, Answers right) {
        LuceneOptions graph = options.withCandidates(candidates).withExactUpTo(0);
        try (LuceneIndex index = LuceneIndex.read(folder, graph)) {
            search(index, queries.size()); // warm-up
            Answers found = timed(index);
            say(
                    "candidates %d: recall@10 %.4f, %.3f ms a query, %.0f times fewer than exact%n",
                    candidates, recall(found, right), found.millis(), right.millis() / found.millis());
        }
    }

    private static double recall(Answers found, Answers right) {
        double hits = 0;
        for (int i = 0; i < found.keys().size(); i++) {
            Set<String> both = new HashSet<>(found.keys().get(i));
            both.retainAll(right.keys().get(i));
            hits += both.size();
        }
        return hits / (K * found.keys().size());
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}

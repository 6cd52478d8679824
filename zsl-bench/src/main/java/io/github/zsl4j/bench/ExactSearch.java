package io.github.zsl4j.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.zsl4j.embedding.BlockKernel;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.ExactIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Searches when it is told to, so that a script can let it take turns with a peer: {@code ExactSearch ITEMS QUERIES DIM THREADS}. */
public final class ExactSearch {

    private static final int K = 10;

    private ExactSearch() {}

    /**
     * For each line "queries rounds" of the input, prints the milliseconds of processor time of a round, and those by the clock of every
     * round, in one line; for each line "keys", what it finds for all queries; for each line "kernel", by which kernel and on which Java.
     *
     * @param args files of little-endian floats, items and queries, the dimension, and the number of threads
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        EmbeddingSpace space = EmbeddingSpace.of("vectors", Integer.parseInt(args[2]));
        EmbeddingMatrix queries = EmbeddingMatrix.wrap(space, floats(Path.of(args[1])));
        ForkJoinPool pool = new ForkJoinPool(Integer.parseInt(args[3]));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (EmbeddingIndex<Integer> index = index(EmbeddingMatrix.wrap(space, floats(Path.of(args[0]))))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                String[] command = line.split(" ");
                System.out.println(
                        pool.submit(() -> answer(index, queries, command)).join());
            }
        }
    }

    private static String answer(EmbeddingIndex<Integer> index, EmbeddingMatrix queries, String[] command) {
        return switch (command[0]) {
            case "keys" -> keys(index, queries);
            case "kernel" ->
                BlockKernel.chosen().name() + " " + Runtime.version().feature();
            default -> times(index, queries, command);
        };
    }

    private static EmbeddingIndex<Integer> index(EmbeddingMatrix vectors) {
        EmbeddingIndex<Integer> index = ExactIndex.of(vectors.space(), Similarity.DOT);
        List<Item<Integer>> items = new ArrayList<>();
        for (int i = 0; i < vectors.rows(); i++) {
            Embedding vector = vectors.row(i);
            items.add(Item.of(i, vector));
        }
        index.putAll(items);
        index.commit();
        return index;
    }

    private static String times(EmbeddingIndex<Integer> index, EmbeddingMatrix queries, String[] command) {
        int count = Integer.parseInt(command[0]);
        EmbeddingMatrix some = queries.select(IntStream.range(0, count).toArray());
        int rounds = Integer.parseInt(command[1]);
        double[] millis = new double[1 + rounds];
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = process.getProcessCpuTime();
        for (int i = 1; i <= rounds; i++) {
            long start = System.nanoTime();
            index.search(some, K, Filter.all());
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        millis[0] = (process.getProcessCpuTime() - cpu) / 1e6 / rounds;
        return Arrays.stream(millis).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String keys(EmbeddingIndex<Integer> index, EmbeddingMatrix queries) {
        return index.search(queries, K, Filter.all()).stream()
                .flatMap(List::stream)
                .map(Hit::key)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static float[] floats(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}

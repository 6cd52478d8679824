package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Compares queries with vectors as they were given, so that scores are the similarity's own, whatever led to the vectors. */
final class Comparer {

    /** Vectors compared at a time: enough for a vectorised loop, few enough for the processor's cache. */
    private static final int BLOCK = 128;

    private final Similarity similarity;
    private final EmbeddingMatrix queries;
    private final List<Best> best;
    private final int[] block = new int[BLOCK];
    private Part part;
    private int count;

    Comparer(Similarity similarity, EmbeddingMatrix queries, int k) {
        this.similarity = similarity;
        this.queries = queries;
        this.best =
                IntStream.range(0, queries.rows()).mapToObj(i -> new Best(k)).toList();
    }

    /** The documents that follow are of this part. */
    void enter(Part next) throws IOException {
        flush();
        part = next;
    }

    /** @param document of the part, after the ones before */
    void compare(int document) throws IOException {
        block[count++] = document;
        if (count == BLOCK) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (count == 0) {
            return;
        }
        double[][] scores = similarity.to(part.vectors(block, count)).of(queries);
        for (int j = 0; j < count; j++) {
            int document = block[j];
            for (int q = 0; q < scores.length; q++) {
                best.get(q).offer(part.inWholeIndex(document), scores[q][j], () -> part.key(document));
            }
        }
        count = 0;
    }

    /** The best of each query. */
    List<List<Best.Candidate>> results() throws IOException {
        flush();
        return best.stream().map(Best::inOrder).toList();
    }
}

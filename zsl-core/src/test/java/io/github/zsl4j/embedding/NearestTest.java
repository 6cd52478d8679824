package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.Similarity.Neighbour;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NearestTest {

    /** Whole numbers, so that many scores are equal. */
    private static EmbeddingMatrix coarse(Random random, int rows, int d) {
        float[] values = new float[rows * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) - 1;
        }
        return EmbeddingMatrix.wrap(EmbeddingSpace.of("s", d), values);
    }

    private static List<Neighbour> sorted(double[] similarities, int k, BitSet accepted) {
        return IntStream.range(0, similarities.length)
                .filter(j -> accepted == null || accepted.get(j))
                .mapToObj(j -> new Neighbour(j, similarities[j]))
                .sorted(Comparator.comparingDouble((Neighbour n) -> -n.similarity())
                        .thenComparing(Neighbour::target))
                .limit(k)
                .toList();
    }

    private static BitSet some(Random random, int size) {
        BitSet some = new BitSet();
        IntStream.range(0, size).filter(i -> random.nextInt(4) == 0).forEach(some::set);
        return some;
    }

    @Property(tries = 60)
    void findsWhatAFullSortFinds(
            @ForAll long seed,
            @ForAll Similarity similarity,
            @ForAll @IntRange(max = 1200) int targets,
            @ForAll @IntRange(min = 1, max = 30) int k) {
        Random random = new Random(seed);
        EmbeddingMatrix all = coarse(random, targets, 5);
        EmbeddingMatrix queries = coarse(random, random.nextInt(12), 5);
        BitSet accepted = random.nextBoolean() ? null : some(random, targets);
        Similarity.Comparison comparison = similarity.to(all);
        List<List<Neighbour>> found = comparison.nearest(queries, k, accepted);
        double[][] similarities = comparison.of(queries);
        assertThat(found).hasSize(queries.rows());
        for (int i = 0; i < queries.rows(); i++) {
            assertThat(found.get(i)).isEqualTo(sorted(similarities[i], k, accepted));
        }
    }

    /** Large enough for several groups of queries and spans of targets. */
    @ParameterizedTest
    @EnumSource
    void doesNotDependOnThreadsOrOtherQueries(Similarity similarity) throws Exception {
        Random random = new Random(5);
        Similarity.Comparison comparison = similarity.to(coarse(random, 3000, 8));
        EmbeddingMatrix queries = coarse(random, 300, 8);
        List<List<Neighbour>> found = comparison.nearest(queries, 10, null);
        for (int threads : new int[] {1, 3}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                assertThat(pool.submit(() -> comparison.nearest(queries, 10, null))
                                .get())
                        .isEqualTo(found);
            } finally {
                pool.shutdown();
            }
        }
        assertThat(comparison.nearest(queries.slice(299, 300), 10, null).get(0)).isEqualTo(found.get(299));
    }

    /** The last has the highest product, though floats give minus infinity for it. */
    @Test
    void findsWhatFloatsOverflowFor() {
        EmbeddingSpace space = EmbeddingSpace.of("s", 3);
        EmbeddingMatrix targets = EmbeddingMatrix.of(space, new float[] {0, 0, 1, -1e20f, 0, 0, -1e20f, 2e20f, 0});
        EmbeddingMatrix query = EmbeddingMatrix.of(space, new float[] {1e20f, 1e20f, 1});
        List<Neighbour> found =
                Similarity.DOT.to(targets).nearest(query, 3, null).get(0);
        assertThat(found).extracting(Neighbour::target).containsExactly(2, 0, 1);
        assertThat(Similarity.DOT.to(targets).nearest(query, 1, null).get(0)).containsExactly(found.get(0));
    }

    @Test
    void takesEveryTargetForALargeK() {
        EmbeddingMatrix targets = coarse(new Random(1), 7, 2);
        assertThat(Similarity.DOT.to(targets).nearest(targets, Integer.MAX_VALUE, null))
                .allMatch(l -> l.size() == 7);
        assertThat(Similarity.DOT.to(targets.slice(0, 0)).nearest(targets, 1, null))
                .allMatch(List::isEmpty);
    }

    @Test
    void refusesOtherSpacesAndNoTargets() {
        EmbeddingMatrix targets = coarse(new Random(1), 7, 2);
        Similarity.Comparison comparison = Similarity.COSINE.to(targets);
        assertThatThrownBy(() -> comparison.nearest(targets, 0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> comparison.nearest(coarse(new Random(1), 1, 3), 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }
}

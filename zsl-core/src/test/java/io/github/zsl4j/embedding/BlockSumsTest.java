package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class BlockSumsTest {

    private interface Term {
        float of(float sum, float query, float target);
    }

    private static final Term PRODUCT = (sum, query, target) -> sum + query * target;
    private static final Term DISTANCE = (sum, query, target) -> sum - (target - query) * (target - query);

    /** One pair after the other, dimension by dimension, in floats. */
    private static float[][] reference(Term term, float[] queries, float[][] columns) {
        int d = columns.length;
        float[][] sums = new float[queries.length / d][columns[0].length];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums[i].length; j++) {
                for (int x = 0; x < d; x++) {
                    sums[i][j] = term.of(sums[i][j], queries[i * d + x], columns[x][j]);
                }
            }
        }
        return sums;
    }

    private static float[][] columns(Random random, int d, int width) {
        float[][] columns = new float[d][];
        for (int x = 0; x < d; x++) {
            columns[x] = Slow.random(random, width);
        }
        return columns;
    }

    /** Bit for bit, and twice, since sums are used again. */
    private static void assertComputes(
            BiFunction<float[], Integer, BlockSums> type, Term term, int n, int d, int width) {
        Random random = new Random(31L * n + d);
        float[] queries = Slow.random(random, n * d);
        BlockSums sums = type.apply(queries, d);
        for (int round = 0; round < 2; round++) {
            float[][] columns = columns(random, d, width);
            assertThat(sums.of(columns)).isDeepEqualTo(reference(term, queries, columns));
        }
    }

    /** Every number of queries in a group, of dimensions up to a few steps, and of targets up to some vectors. */
    @Test
    void addsInOrderWhateverIsLeftOver() {
        for (int size = 1; size <= 40; size++) {
            assertComputes(ProductSums::new, PRODUCT, size % 11, 1 + size % 9, size);
            assertComputes(DistanceSums::new, DISTANCE, size % 11, 1 + size % 9, size);
        }
    }

    @Test
    void addsInOrderOverManySlabsAndGroups() {
        for (int d : new int[] {255, 256, 257, 515}) {
            assertComputes(ProductSums::new, PRODUCT, 19, d, BlockSums.WIDTH);
            assertComputes(DistanceSums::new, DISTANCE, 19, d, 61);
        }
    }

    /** Negative controls: a wrong sign, another term, and the other order of the dimensions. */
    @Test
    void theCheckSeesOtherSums() {
        assertRefuted(ProductSums::new, (sum, query, target) -> sum - query * target);
        assertRefuted(ProductSums::new, (sum, query, target) -> Math.fma(query, target, sum));
        assertRefuted(DistanceSums::new, (sum, query, target) -> sum - Math.abs(query - target));
        assertRefuted(DistanceSums::new, (sum, query, target) -> sum + (target - query) * (target - query));
        float[] query = Slow.random(new Random(3), 9);
        float[][] columns = columns(new Random(4), 9, 40);
        assertThat(reference(PRODUCT, reversed(query), reversed(columns)))
                .isNotEqualTo(reference(PRODUCT, query, columns));
    }

    private static float[] reversed(float[] values) {
        float[] reversed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static float[][] reversed(float[][] rows) {
        float[][] reversed = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            reversed[i] = rows[rows.length - 1 - i];
        }
        return reversed;
    }

    private static void assertRefuted(BiFunction<float[], Integer, BlockSums> type, Term term) {
        assertThatThrownBy(() -> assertComputes(type, term, 3, 9, 40)).isInstanceOf(AssertionError.class);
    }

    /** Once the JIT compiler has vectorised the loops, their results are the interpreter's. */
    @Test
    void givesTheSameBeforeAndAfterCompilation() {
        for (int i = 0; i < 2000; i++) {
            assertComputes(ProductSums::new, PRODUCT, 3, 7, 37);
            assertComputes(DistanceSums::new, DISTANCE, 3, 7, 37);
        }
    }
}

package io.github.zsl4j.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.BlockKernel;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bit for bit against the plain kernel, which zsl-core checks against sums in a plain loop. */
class VectorKernelTest {

    private static final BlockKernel PLAIN = BlockKernel.plain();
    private static final BlockKernel VECTOR = new VectorKernel();
    private static final float[] EXTREME = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -1e30f, Float.MIN_VALUE, -0f, 0f
    };

    private static float[] random(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] someExtreme(Random random, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (random.nextInt(10) == 0) {
                values[i] = EXTREME[random.nextInt(EXTREME.length)];
            }
        }
        return values;
    }

    /** The bits within the width; all NaN are one. */
    private static int[][] bits(float[][] sums, int queries, int width) {
        int[][] bits = new int[queries][width];
        for (int i = 0; i < queries; i++) {
            for (int j = 0; j < width; j++) {
                bits[i][j] = Float.floatToIntBits(sums[i][j]);
            }
        }
        return bits;
    }

    private static void assertSame(float[] queries, float[] targets, int d) {
        assertSame(queries, d, VECTOR.products(queries, d), PLAIN.products(queries, d), targets);
        assertSame(
                queries,
                d,
                VECTOR.negativeSquaredDistances(queries, d),
                PLAIN.negativeSquaredDistances(queries, d),
                targets);
    }

    /** With a narrower block after the first, since sums are used again. */
    private static void assertSame(
            float[] queries, int d, BlockKernel.Sums vector, BlockKernel.Sums plain, float[] targets) {
        int all = targets.length / d;
        for (int width : new int[] {all, 1 + all / 3, all}) {
            float[] rows = Arrays.copyOfRange(targets, targets.length - width * d, targets.length);
            int[][] expected = bits(plain.of(PLAIN.pack(rows, d)), queries.length / d, width);
            assertThat(bits(vector.of(VECTOR.pack(rows, d)), queries.length / d, width))
                    .isDeepEqualTo(expected);
        }
    }

    @Property(tries = 150)
    void givesThePlainKernelsBits(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 70) int d,
            @ForAll @IntRange(min = 1, max = 200) int width,
            @ForAll @IntRange(max = 19) int n) {
        Random random = new Random(seed);
        assertSame(random(random, n * d), random(random, width * d), d);
    }

    @Property(tries = 100)
    void givesThePlainKernelsBitsForValuesThatOverflow(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int d,
            @ForAll @IntRange(min = 1, max = 100) int width,
            @ForAll @IntRange(min = 1, max = 9) int n) {
        Random random = new Random(seed);
        assertSame(someExtreme(random, random(random, n * d)), someExtreme(random, random(random, width * d)), d);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 63, 256, 300})
    void givesThePlainKernelsBitsForAFullBlock(int n) {
        Random random = new Random(n);
        assertSame(random(random, n * 129), random(random, 1020 * 129), 129);
    }

    /** Negative controls: fused multiply-add, and the dimensions in another order, give other bits. */
    @Test
    void theCheckSeesOtherSums() {
        Random random = new Random(4);
        float[] queries = random(random, 3 * 9);
        float[] targets = random(random, 50 * 9);
        assertThatThrownBy(() -> assertProducts(queries, targets, VectorKernelTest::reversed))
                .isInstanceOf(AssertionError.class);
        assertThat(fused(queries, targets, 9))
                .isNotEqualTo(bits(VECTOR.products(queries, 9).of(VECTOR.pack(targets, 9)), 3, 50));
        assertProducts(queries, targets, values -> values);
    }

    private static void assertProducts(float[] queries, float[] targets, UnaryOperator<float[]> order) {
        float[] q = order.apply(queries);
        int[][] expected = bits(PLAIN.products(queries, 9).of(PLAIN.pack(targets, 9)), 3, 50);
        assertThat(bits(VECTOR.products(q, 9).of(VECTOR.pack(order.apply(targets), 9)), 3, 50))
                .isDeepEqualTo(expected);
    }

    /** Each row of nine in the opposite order. */
    private static float[] reversed(float[] rows) {
        float[] reversed = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            reversed[i] = rows[i / 9 * 9 + 8 - i % 9];
        }
        return reversed;
    }

    private static int[][] fused(float[] queries, float[] targets, int d) {
        float[][] sums = new float[queries.length / d][targets.length / d];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums[i].length; j++) {
                for (int x = 0; x < d; x++) {
                    sums[i][j] = Math.fma(queries[i * d + x], targets[j * d + x], sums[i][j]);
                }
            }
        }
        return bits(sums, sums.length, targets.length / d);
    }

    /** Once C2 has compiled the kernels, their results are the interpreter's. */
    @Test
    void givesTheSameBeforeAndAfterCompilation() {
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            assertSame(random(random, 9 * 100), random(random, 150 * 100), 100);
        }
    }

    @Test
    void keepsTheValuesThatWerePacked() {
        float[] rows = random(new Random(7), 37 * 5);
        BlockKernel.Block block = VECTOR.pack(rows, 5);
        assertThat(block.width()).isEqualTo(37);
        for (int i = 0; i < rows.length; i++) {
            assertThat(block.value(i / 5, i % 5)).isEqualTo(rows[i]);
        }
    }

    @Test
    void knowsJvmsWithoutTheOptimisingCompiler() {
        assertThat(VectorKernel.compilesWell("mixed mode, sharing")).isTrue();
        assertThat(VectorKernel.compilesWell("compiled mode, sharing")).isTrue();
        assertThat(VectorKernel.compilesWell("mixed mode, emulated-client, sharing"))
                .isFalse();
        assertThat(VectorKernel.compilesWell("interpreted mode, sharing")).isFalse();
    }
}

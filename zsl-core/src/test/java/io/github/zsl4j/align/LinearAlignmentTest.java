package io.github.zsl4j.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearAlignmentTest {

    private static final EmbeddingSpace FROM = EmbeddingSpace.of("from", 2);
    private static final EmbeddingSpace TO = EmbeddingSpace.of("to", 3);

    /** W = [[1, 2, 3], [4, 5, 6]]: not square, so that a transposed reading shows. */
    private static final LinearAlignment PLAIN = LinearAlignment.of(FROM, TO, new float[] {1, 2, 3, 4, 5, 6});

    private static float[] map(Alignment alignment, float... vector) {
        return alignment.apply(Embedding.of(FROM, vector)).toArray();
    }

    @Test
    void multipliesByItsWeights() {
        assertThat(map(PLAIN, 1, 0)).containsExactly(1, 2, 3);
        assertThat(map(PLAIN, 0, 1)).containsExactly(4, 5, 6);
        assertThat(map(PLAIN, 2, -1)).containsExactly(-2, -1, 0);
    }

    @Test
    void addsItsBiasAndSubtractsItsCentre() {
        assertThat(map(PLAIN.withBias(new float[] {10, 20, 30}), 1, 0)).containsExactly(11, 22, 33);
        assertThat(map(PLAIN.withCentre(new float[] {1, 1}), 2, 2)).containsExactly(5, 7, 9);
        assertThat(map(PLAIN.withCentre(new float[] {1, 1}).withBias(new float[] {10, 20, 30}), 2, 2))
                .containsExactly(15, 27, 39);
        assertThat(map(PLAIN, 1, 0)).containsExactly(1, 2, 3);
    }

    /** (3, 4, 0) has length 5; the bias is added before. */
    @Test
    void scalesItsResultsToLengthOne() {
        LinearAlignment unit = PLAIN.withUnitLength().withBias(new float[] {2, 2, -3});
        assertThat(map(unit, 1, 0)).containsExactly(0.6f, 0.8f, 0);
        assertThat(map(PLAIN.withUnitLength(), 0, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void mapsEveryRow() {
        EmbeddingMatrix mapped = PLAIN.apply(EmbeddingMatrix.of(FROM, new float[] {1, 0, 0, 1, 0, 0}));
        assertThat(mapped).isEqualTo(EmbeddingMatrix.of(TO, new float[] {1, 2, 3, 4, 5, 6, 0, 0, 0}));
        assertThat(PLAIN.source()).isEqualTo(FROM);
        assertThat(PLAIN.target()).isEqualTo(TO);
        assertThat(PLAIN.toString()).contains("from [2]", "to [3]");
    }

    /** The formula entry by entry; {@code wrong} spoils the weight that is read. */
    private static void assertFollowsFormula(long seed, int d, int e, int wrong) {
        Random random = new Random(seed);
        float[] x = floats(random, d);
        float[] w = floats(random, d * e);
        float[] c = floats(random, d);
        float[] b = floats(random, e);
        EmbeddingSpace from = EmbeddingSpace.of("from", d);
        float[] y = LinearAlignment.of(from, EmbeddingSpace.of("to", e), w)
                .withCentre(c)
                .withBias(b)
                .apply(Embedding.of(from, x))
                .toArray();
        for (int j = 0; j < e; j++) {
            double sum = b[j];
            for (int k = 0; k < d; k++) {
                sum += ((double) x[k] - c[k]) * w[(k * e + j + wrong) % w.length];
            }
            // One rounding to float of numbers that are rarely above 64.
            assertThat((double) y[j]).isCloseTo(sum, within(0x1p-24 * Math.max(1, Math.abs(sum)) + 1e-12));
        }
    }

    private static float[] floats(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Property
    void followsItsFormula(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int d, @ForAll @IntRange(min = 1, max = 40) int e) {
        assertFollowsFormula(seed, d, e, 0);
    }

    /** Negative control: weights read one place off fail the same assertion. */
    @Test
    void theCheckSeesMisplacedWeights() {
        assertThatThrownBy(() -> assertFollowsFormula(1, 5, 4, 1)).isInstanceOf(AssertionError.class);
    }

    @Test
    void doesNotChangeWithTheCallersArrays() {
        float[] weights = {1, 2, 3, 4, 5, 6};
        float[] bias = {0, 0, 0};
        float[] centre = {0, 0};
        LinearAlignment alignment =
                LinearAlignment.of(FROM, TO, weights).withBias(bias).withCentre(centre);
        weights[0] = 99;
        bias[0] = 99;
        centre[0] = 99;
        assertThat(map(alignment, 1, 0)).containsExactly(1, 2, 3);
    }

    @Test
    void holdsIntermediateSumsThatAFloatDoesNot() {
        LinearAlignment difference = LinearAlignment.of(FROM, EmbeddingSpace.of("one", 1), new float[] {3, -3});
        assertThat(map(difference, 3e38f, 3e38f)).containsExactly(0);
    }

    @Test
    void refusesResultsBeyondTheRangeOfFloats() {
        assertThatThrownBy(() -> map(PLAIN, 3e38f, 3e38f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("embeddings of to")
                .hasMessageContaining("Infinity");
    }

    @Test
    void refusesOtherShapes() {
        assertRefused(() -> LinearAlignment.of(FROM, TO, new float[5]), "weights: 5 values, not 6");
        assertRefused(() -> LinearAlignment.of(FROM, TO, new float[0]), "weights: 0 values, not 6");
        assertRefused(() -> PLAIN.withBias(new float[2]), "bias: 2 values, not 3");
        assertRefused(() -> PLAIN.withCentre(new float[3]), "centre: 3 values, not 2");
        EmbeddingSpace large = EmbeddingSpace.of("large", 100_000);
        assertRefused(() -> LinearAlignment.of(large, large, new float[1]), "1 values, not 10000000000");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesValuesThatAreNotFinite(float bad) {
        assertRefused(() -> LinearAlignment.of(FROM, TO, new float[] {0, 0, 0, 0, bad, 0}), "value 4 is " + bad);
        assertRefused(() -> PLAIN.withBias(new float[] {0, 0, bad}), "value 2 is " + bad);
        assertRefused(() -> PLAIN.withCentre(new float[] {bad, 0}), "value 0 is " + bad);
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesVectorsOfAnotherSpace() {
        EmbeddingSpace twin = new EmbeddingSpace("from", 2, "other weights");
        assertThatThrownBy(() -> PLAIN.apply(Embedding.of(twin, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }
}

package io.github.zsl4j.embedding;

import static io.github.zsl4j.embedding.Similarity.COSINE;
import static io.github.zsl4j.embedding.Similarity.DOT;
import static io.github.zsl4j.embedding.Similarity.NEGATIVE_SQUARED_EUCLIDEAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimilarityTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);

    private interface Formula extends ToDoubleBiFunction<float[], float[]> {}

    private static Formula reference(Similarity similarity) {
        return switch (similarity) {
            case COSINE -> Slow::cosine;
            case DOT -> Slow::dot;
            case NEGATIVE_SQUARED_EUCLIDEAN -> (a, b) -> -Slow.squaredDistance(a, b);
        };
    }

    /**
     * The largest error by rounding. A product of a dot passes its own rounding and one for each of d additions; a
     * cosine's two factors are rounded before, and |a||b| is 1 then; a term of the distance passes 3 and d. One more
     * is for what errors do to errors.
     */
    private static double bound(Similarity similarity, float[] a, float[] b) {
        int d = a.length;
        return switch (similarity) {
            case COSINE -> (d + 4) * Slow.ROUNDING;
            case DOT -> (d + 2) * Slow.ROUNDING * Slow.absoluteDot(a, b);
            case NEGATIVE_SQUARED_EUCLIDEAN -> (d + 4) * Slow.ROUNDING * Slow.squaredDistance(a, b);
        };
    }

    private static void assertFollows(Similarity similarity, Formula formula, long seed) {
        Random random = new Random(seed);
        for (int size = 1; size <= 40; size++) {
            EmbeddingSpace space = EmbeddingSpace.of("s", size);
            for (int round = 0; round < 10; round++) {
                float[] a = Slow.random(random, size);
                float[] b = Slow.random(random, size);
                assertThat(similarity.between(Embedding.of(space, a), Embedding.of(space, b)))
                        .isCloseTo(formula.applyAsDouble(a, b), within(bound(similarity, a, b)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void followsItsFormulaForEverySize(Similarity similarity) {
        assertFollows(similarity, reference(similarity), 1);
    }

    private static void assertRefuted(Similarity similarity, Formula wrong) {
        assertThatThrownBy(() -> assertFollows(similarity, wrong, 1)).isInstanceOf(AssertionError.class);
    }

    /** Negative controls: likely mistakes fail the same assertion. */
    @Test
    void theCheckSeesWrongFormulas() {
        assertRefuted(COSINE, (a, b) -> Slow.dot(a, b) / Math.sqrt(Slow.dot(a, a)));
        assertRefuted(COSINE, (a, b) -> Math.acos(Slow.cosine(a, b)));
        assertRefuted(COSINE, (a, b) -> Slow.cosine(a, b) + 1e-5);
        assertRefuted(DOT, (a, b) -> -Slow.dot(a, b));
        assertRefuted(DOT, Slow::cosine);
        assertRefuted(NEGATIVE_SQUARED_EUCLIDEAN, Slow::squaredDistance);
        assertRefuted(NEGATIVE_SQUARED_EUCLIDEAN, (a, b) -> -Math.sqrt(Slow.squaredDistance(a, b)));
    }

    /** Bit for bit: vectorised loops and the rest that they leave must not differ. */
    @ParameterizedTest
    @EnumSource
    void comparesAPairAlikeWhateverElseIsCompared(Similarity similarity) {
        Random random = new Random(4);
        EmbeddingSpace space = EmbeddingSpace.of("s", 13);
        EmbeddingMatrix queries = EmbeddingMatrix.of(space, Slow.random(random, 3 * 13));
        for (int count = 1; count <= 40; count++) {
            EmbeddingMatrix targets = EmbeddingMatrix.of(space, Slow.random(random, count * 13));
            double[][] all = similarity.to(targets).of(queries);
            assertThat(all).hasDimensions(3, count);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < count; j++) {
                    assertThat(all[i][j]).isEqualTo(similarity.between(queries.row(i), targets.row(j)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayCompareNothing(Similarity similarity) {
        EmbeddingMatrix none = EmbeddingMatrix.of(PLANE, new float[0]);
        EmbeddingMatrix one = EmbeddingMatrix.of(PLANE, new float[2]);
        assertThat(similarity.to(one).of(none)).isEmpty();
        assertThat(similarity.to(none).of(one)).hasDimensions(1, 0);
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatItComparesUnchanged(Similarity similarity) {
        EmbeddingMatrix matrix = EmbeddingMatrix.of(PLANE, new float[] {3, 4, 5, 6});
        similarity.to(matrix).of(matrix);
        assertThat(matrix.toArray()).containsExactly(3, 4, 5, 6);
    }

    @ParameterizedTest
    @EnumSource
    void refusesVectorsOfDifferentSpaces(Similarity similarity) {
        EmbeddingSpace other = EmbeddingSpace.of("other", 2);
        Embedding a = Embedding.of(PLANE, 1, 2);
        Embedding b = Embedding.of(other, 1, 2);
        Similarity.Comparison comparison = similarity.to(EmbeddingMatrix.of(PLANE, new float[2]));
        EmbeddingMatrix queries = EmbeddingMatrix.of(other, new float[2]);
        assertThatThrownBy(() -> similarity.between(a, b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces")
                .hasMessageContaining("plane [2]")
                .hasMessageContaining("other [2]");
        assertThatThrownBy(() -> comparison.of(queries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }

    @Test
    void theZeroVectorIsLikeNothing() {
        Embedding zero = Embedding.of(PLANE, 0, 0);
        Embedding some = Embedding.of(PLANE, 3, 4);
        assertThat(COSINE.between(zero, some)).isZero();
        assertThat(COSINE.between(zero, zero)).isZero();
        assertThat(DOT.between(zero, some)).isZero();
        assertThat(NEGATIVE_SQUARED_EUCLIDEAN.between(zero, some)).isEqualTo(-25);
        assertThat(NEGATIVE_SQUARED_EUCLIDEAN.between(zero, zero)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void isHigherForWhatIsCloser(Similarity similarity) {
        Embedding query = Embedding.of(PLANE, 1, 0);
        Embedding near = Embedding.of(PLANE, 0.9f, 0.1f);
        Embedding aside = Embedding.of(PLANE, 0.5f, 0.9f);
        Embedding opposite = Embedding.of(PLANE, -1, 0);
        assertThat(similarity.between(query, near)).isGreaterThan(similarity.between(query, aside));
        assertThat(similarity.between(query, aside)).isGreaterThan(similarity.between(query, opposite));
    }

    @Test
    void cosineOfHugeAndTinyVectorsIsThatOfTheirDirections() {
        Embedding huge = Embedding.of(PLANE, Float.MAX_VALUE, Float.MAX_VALUE);
        Embedding tiny = Embedding.of(PLANE, Float.MIN_VALUE, Float.MIN_VALUE);
        assertThat(COSINE.between(huge, tiny)).isCloseTo(1, within(6 * Slow.ROUNDING));
        assertThat(COSINE.between(huge, Embedding.of(PLANE, 0, 1)))
                .isCloseTo(Math.sqrt(0.5), within(6 * Slow.ROUNDING));
    }

    /** By hand: 3e38 * 3e38 + 4e38 * 4e38 in doubles, where floats end at 3.4e38; the components are rounded to float. */
    @Test
    void similaritiesBeyondTheRangeOfFloatsAreExact() {
        Embedding a = Embedding.of(PLANE, 3e38f, 3e38f);
        Embedding b = Embedding.of(PLANE, -3e38f, 3e38f);
        double square = Math.pow((double) 3e38f, 2);
        assertThat(DOT.between(a, a)).isEqualTo(2 * square);
        assertThat(DOT.between(a, b)).isZero(); // infinity - infinity in floats
        assertThat(NEGATIVE_SQUARED_EUCLIDEAN.between(a, b)).isEqualTo(-4 * square);
        assertThat(NEGATIVE_SQUARED_EUCLIDEAN.between(a, a)).isZero();
    }

    /** Only the pair that overflows takes the other way: its neighbours keep their float sums. */
    @Test
    void aHugeTargetChangesNoOtherPair() {
        EmbeddingMatrix targets = EmbeddingMatrix.of(PLANE, new float[] {0.1f, 0.7f, 3e38f, 3e38f});
        EmbeddingMatrix query = EmbeddingMatrix.of(PLANE, new float[] {0.3f, 3});
        double[] dots = DOT.to(targets).of(query)[0];
        assertThat(dots[1]).isEqualTo((double) 0.3f * 3e38f + 3 * (double) 3e38f);
        assertThat(dots[0]).isEqualTo(DOT.between(query.row(0), targets.row(0))).isEqualTo((double)
                (0.1f * 0.3f + 0.7f * 3));
    }
}

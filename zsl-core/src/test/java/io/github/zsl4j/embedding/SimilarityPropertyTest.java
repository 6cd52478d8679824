package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;

/** What holds for any two vectors of a space. */
class SimilarityPropertyTest {

    private record Pair(Embedding a, Embedding b) {}

    @Provide
    Arbitrary<Pair> pairs() {
        Arbitrary<Float> values = Arbitraries.floats().between(-1000, 1000).ofScale(4);
        return Arbitraries.integers().between(1, 40).flatMap(size -> {
            Arbitrary<Embedding> vectors = values.array(float[].class)
                    .ofSize(size)
                    .map(array -> Embedding.of(EmbeddingSpace.of("s", size), array));
            return vectors.flatMap(a -> vectors.map(b -> new Pair(a, b)));
        });
    }

    private static Embedding scaled(Embedding vector, float factor) {
        float[] values = vector.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Embedding.of(vector.space(), values);
    }

    @Property
    void isSymmetric(@ForAll("pairs") Pair pair, @ForAll Similarity similarity) {
        assertThat(similarity.between(pair.a, pair.b)).isEqualTo(similarity.between(pair.b, pair.a));
    }

    @Property
    void cosineIsBetweenMinusOneAndOne(@ForAll("pairs") Pair pair) {
        assertThat(Similarity.COSINE.between(pair.a, pair.b)).isBetween(-1.0, 1.0);
    }

    @Property
    void cosineDoesNotDependOnLength(
            @ForAll("pairs") Pair pair, @ForAll @FloatRange(min = 0.001f, max = 1000) @Scale(6) float factor) {
        double plain = Similarity.COSINE.between(pair.a, pair.b);
        // Up to 44 roundings on either side for 40 dimensions, as SimilarityTest says; the scaling has one more.
        assertThat(Similarity.COSINE.between(scaled(pair.a, factor), pair.b))
                .isCloseTo(plain, within(89 * Slow.ROUNDING));
        assertThat(Similarity.COSINE.between(scaled(pair.a, -factor), pair.b))
                .isCloseTo(-plain, within(89 * Slow.ROUNDING));
    }

    @Property
    void nothingIsCloserThanTheVectorItself(@ForAll("pairs") Pair pair) {
        assertThat(Similarity.NEGATIVE_SQUARED_EUCLIDEAN.between(pair.a, pair.a))
                .isZero()
                .isGreaterThanOrEqualTo(Similarity.NEGATIVE_SQUARED_EUCLIDEAN.between(pair.a, pair.b));
    }

    @Property
    void unitVectorsHaveLengthOneOrZero(@ForAll("pairs") Pair pair) {
        double length = pair.a.unit().norm();
        if (pair.a.norm() == 0) {
            assertThat(length).isZero();
        } else {
            // Every component is rounded once, so their root of squares is off by no more than that.
            assertThat(length).isCloseTo(1, within(2 * Slow.ROUNDING));
        }
    }

    /** Components of any size, so that sums pass the range of floats every now and then. */
    @Provide
    Arbitrary<Pair> hugePairs() {
        Arbitrary<Float> values = Arbitraries.floats().between(-Float.MAX_VALUE, Float.MAX_VALUE);
        Arbitrary<Embedding> vectors =
                values.array(float[].class).ofSize(5).map(array -> Embedding.of(EmbeddingSpace.of("s", 5), array));
        return vectors.flatMap(a -> vectors.map(b -> new Pair(a, b)));
    }

    @Property
    void isFiniteAndRightForVectorsOfAnySize(@ForAll("hugePairs") Pair pair) {
        float[] a = pair.a.toArray();
        float[] b = pair.b.toArray();
        // Seven roundings, as SimilarityTest says, and what is lost below the smallest normal float.
        double lost = 20 * Float.MIN_NORMAL;
        assertThat(Similarity.DOT.between(pair.a, pair.b))
                .isCloseTo(Slow.dot(a, b), within(7 * Slow.ROUNDING * Slow.absoluteDot(a, b) + lost));
        double distance = Slow.squaredDistance(a, b);
        assertThat(Similarity.NEGATIVE_SQUARED_EUCLIDEAN.between(pair.a, pair.b))
                .isCloseTo(-distance, within(9 * Slow.ROUNDING * distance + lost));
    }
}

package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Ranking.Entry;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrototypeRankerTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final Embedding QUERY = Embedding.of(PLANE, 2, 1);

    /** "animal" owns three vectors with weights 0.5, 0.3 and 0.2; "thing" the last of them and another. */
    private static final Prototypes SEVERAL = Prototypes.of(
            List.of("animal", "thing"),
            matrix(1, 0, 0.8f, 0.6f, -0.6f, 0.8f, 0, -1),
            List.of(
                    List.of(
                            new Component(0, Math.log(0.5)),
                            new Component(1, Math.log(0.3)),
                            new Component(2, Math.log(0.2))),
                    List.of(new Component(2, Math.log(0.6)), new Component(3, Math.log(0.4)))));

    private static EmbeddingMatrix matrix(float... values) {
        return EmbeddingMatrix.of(PLANE, values);
    }

    private static double score(Prototypes prototypes, Similarity similarity, double scale, int index) {
        return new PrototypeRanker(prototypes, similarity, Calibration.softmax(scale))
                .scores(matrix(QUERY.toArray()))[0][index];
    }

    /** (1 / scale) ln sum_k exp(scale s_k + b_k), just as it is written. */
    private static double naive(double scale, Similarity similarity, int index) {
        double sum = 0;
        for (Component k : SEVERAL.components(index)) {
            sum += Math.exp(scale * similarity.between(QUERY, SEVERAL.vectors().row(k.row())) + k.logWeight());
        }
        return Math.log(sum) / scale;
    }

    /** Rounding of sums of up to 100 and of logarithms, in doubles; at small scales 1 / scale makes it larger. */
    private static void assertScore(double computed, double expected, double scale) {
        assertThat(computed).isCloseTo(expected, within(1e-13 * Math.max(1, 1 / scale)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 1, 14.3, 100})
    void poolsSeveralPrototypesByLogSumExp(double scale) {
        for (Similarity similarity : Similarity.values()) {
            assertScore(score(SEVERAL, similarity, scale, 0), naive(scale, similarity, 0), scale);
            assertScore(score(SEVERAL, similarity, scale, 1), naive(scale, similarity, 1), scale);
        }
    }

    /** Negative controls: the best prototype, the weighted mean and a forgotten scale all fail the same assertion. */
    @Test
    void theCheckSeesOtherPoolings() {
        double computed = score(SEVERAL, Similarity.COSINE, 10, 0);
        double[] s = {2 / Math.sqrt(5), 2.2 / Math.sqrt(5), -0.4 / Math.sqrt(5)};
        for (double wrong : new double[] {
            s[1],
            0.5 * s[0] + 0.3 * s[1] + 0.2 * s[2],
            naive(1, Similarity.COSINE, 0),
            10 * naive(10, Similarity.COSINE, 0)
        }) {
            assertThatThrownBy(() -> assertScore(computed, wrong, 10)).isInstanceOf(AssertionError.class);
        }
    }

    /** Where the formula as written overflows, the score is the best s_k + b_k / scale. */
    @ParameterizedTest
    @ValueSource(doubles = {1e4, 1e8, 1e100, 1e300, Double.MAX_VALUE})
    void takesTheBestPrototypeAtHugeScales(double scale) {
        Prototypes large = Prototypes.of(
                List.of("x"),
                matrix(1000, 0, 0, 1000),
                List.of(List.of(new Component(0, Math.log(0.5)), new Component(1, Math.log(0.5)))));
        // 2 * 1000 is the best; its weight of a half counts for ln 2 / scale, at most 1e-4.
        assertScore(score(large, Similarity.DOT, scale, 0), 2000 - Math.log(2) / scale, 1e-3);
        assertThat(naiveOverflows(scale)).isTrue();
    }

    private static boolean naiveOverflows(double scale) {
        return Double.isInfinite(Math.exp(scale * 2000));
    }

    /** At a tiny scale all prototypes count alike: the score is their weighted mean, s + ln(sum of weights) / scale. */
    @Test
    void takesTheMeanOfThePrototypesAtTinyScales() {
        Prototypes even = Prototypes.of(
                List.of("x"),
                matrix(1, 0, 0, 1),
                List.of(List.of(new Component(0, Math.log(0.5)), new Component(1, Math.log(0.5)))));
        // The exact score is 1.5 + scale / 8; rounding of order 1e-16 is divided by the scale.
        assertThat(score(even, Similarity.DOT, 1e-6, 0)).isCloseTo(1.5, within(1e-6));
        assertThat(score(even, Similarity.DOT, 1e-300, 0)).isFinite();
    }

    @ParameterizedTest
    @EnumSource
    void scoresOnePrototypeByItsPlainSimilarity(Similarity similarity) {
        Prototypes two = Prototypes.of(List.of("a", "b"), matrix(1, 3, -2, 5));
        for (double scale : new double[] {1e-3, 1, 1e3}) {
            assertThat(score(two, similarity, scale, 0))
                    .isEqualTo(similarity.between(QUERY, Embedding.of(PLANE, 1, 3)));
            assertThat(score(two, similarity, scale, 1))
                    .isEqualTo(similarity.between(QUERY, Embedding.of(PLANE, -2, 5)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-700, -1, 0.5, 700})
    void ignoresTheWeightOfAnOnlyPrototype(double logWeight) {
        Prototypes light = Prototypes.of(List.of("x"), matrix(1, 0), List.of(List.of(new Component(0, logWeight))));
        assertThat(score(light, Similarity.DOT, 4, 0)).isEqualTo(2);
    }

    @Test
    void countsWeightsAgainstEachOtherOnly() {
        Prototypes heavy = Prototypes.of(
                List.of("animal"),
                SEVERAL.vectors(),
                List.of(SEVERAL.components(0).stream()
                        .map(k -> new Component(k.row(), k.logWeight() + 5))
                        .toList()));
        assertScore(score(heavy, Similarity.COSINE, 10, 0), score(SEVERAL, Similarity.COSINE, 10, 0), 10);
    }

    @Test
    void keepsItsScoresWithAnotherCalibration() {
        PrototypeRanker ranker = new PrototypeRanker(SEVERAL, Similarity.COSINE, Calibration.softmax(10));
        PrototypeRanker other = ranker.withCalibration(Calibration.sigmoid(3, -1));
        EmbeddingMatrix query = matrix(QUERY.toArray());
        double[] scores = ranker.scores(query)[0];
        assertThat(other.scores(query)[0]).containsExactly(scores);
        assertThat(other.rank(QUERY))
                .isEqualTo(Ranking.of(
                        SEVERAL.labels(), scores, Calibration.sigmoid(3, -1).probabilities(scores)));
        assertThat(other.rank(QUERY)).isNotEqualTo(ranker.rank(QUERY));
        assertThatThrownBy(() -> ranker.withCalibration(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aPrototypeSplitInTwoHalvesScoresAsTheWhole() {
        Prototypes whole = Prototypes.of(List.of("x"), matrix(3, 4));
        assertScore(score(whole.union(whole), Similarity.COSINE, 100, 0), score(whole, Similarity.COSINE, 100, 0), 100);
    }

    @Test
    void ranksEveryRowInItsOrder() {
        PrototypeRanker ranker = new PrototypeRanker(
                Prototypes.of(List.of("right", "up"), matrix(1, 0, 0, 1)), Similarity.COSINE, Calibration.softmax(10));
        List<Ranking> rankings = ranker.rankAll(matrix(5, 1, 1, 5, 9, 0));
        assertThat(rankings).extracting(r -> r.best().label()).containsExactly("right", "up", "right");
        assertThat(ranker.rank(Embedding.of(PLANE, 1, 5))).isEqualTo(rankings.get(1));
        assertThat(ranker.rankAll(matrix())).isEmpty();
        assertThat(ranker.labels()).containsExactly("right", "up");
    }

    /** By hand: cosines 1 and 0 at scale 10 give 1 / (1 + e^-10) = 0.9999546. */
    @Test
    void calibratesScoresToProbabilities() {
        Ranking ranking = new PrototypeRanker(
                        Prototypes.of(List.of("up", "right"), matrix(0, 1, 1, 0)),
                        Similarity.COSINE,
                        Calibration.softmax(10))
                .rank(Embedding.of(PLANE, 7, 0));
        assertThat(ranking.best().label()).isEqualTo("right");
        assertThat(ranking.best().score()).isEqualTo(1);
        assertThat(ranking.best().probability()).isCloseTo(0.9999546021, within(1e-10));
        assertThat(ranking.entries().get(1).probability()).isCloseTo(0.0000453979, within(1e-10));
    }

    @Test
    void breaksTiesByClassOrder() {
        for (List<String> labels : List.of(List.of("a", "b", "c"), List.of("c", "a", "b"))) {
            Ranking ranking = new PrototypeRanker(
                            Prototypes.of(labels, matrix(0, 1, 0, 1, 0, 1)), Similarity.DOT, Calibration.softmax(1))
                    .rank(QUERY);
            assertThat(ranking.entries()).extracting(Entry::label).isEqualTo(labels);
        }
    }

    @Test
    void refusesEmbeddingsOfAnotherSpace() {
        PrototypeRanker ranker = new PrototypeRanker(SEVERAL, Similarity.COSINE, Calibration.softmax(1));
        EmbeddingSpace other = new EmbeddingSpace("plane", 2, "other weights");
        assertThat(ranker.space()).isEqualTo(PLANE);
        assertThatThrownBy(() -> ranker.rank(Embedding.of(other, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
        assertThatThrownBy(() -> ranker.scores(EmbeddingMatrix.of(other, new float[2])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMissingParts() {
        Calibration softmax = Calibration.softmax(1);
        assertThatThrownBy(() -> new PrototypeRanker(null, Similarity.DOT, softmax))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new PrototypeRanker(SEVERAL, null, softmax)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new PrototypeRanker(SEVERAL, Similarity.DOT, null))
                .isInstanceOf(NullPointerException.class);
    }
}

package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Ranking.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {

    private static final Confidence PROBABILITY = Confidence.maximumProbability();
    private static final Ranking HALF = ranking(0.5);

    private static Ranking ranking(double probability) {
        return new Ranking(List.of(new Entry("cat", 3, probability), new Entry("dog", 1, 1 - probability)));
    }

    private static List<Ranking> rankings(double... probabilities) {
        return DoubleStream.of(probabilities).mapToObj(RejectionTest::ranking).toList();
    }

    private static long accepted(Rejection rejection, List<Ranking> rankings) {
        return rankings.stream()
                .map(rejection::decide)
                .filter(Decision::accepted)
                .count();
    }

    @Test
    void anAcceptedRankingAnswersWithItsBestLabel() {
        Decision decision = new Rejection(PROBABILITY, 0.5).decide(HALF);
        assertThat(decision).isEqualTo(new Decision(HALF, 0.5, 0.5));
        assertThat(decision.accepted()).isTrue();
        assertThat(decision.answer()).contains(new Entry("cat", 3, 0.5));
    }

    @Test
    void aRejectedRankingHasNoAnswerButCanBeSeen() {
        Decision decision = new Rejection(PROBABILITY, Math.nextUp(0.5)).decide(HALF);
        assertThat(decision.accepted()).isFalse();
        assertThat(decision.answer()).isEmpty();
        assertThat(decision.ranking()).isSameAs(HALF);
        assertThat(decision.confidence()).isEqualTo(0.5);
    }

    /** By hand: (1 / 2) ln(e^(2 * 3) + e^(2 * 1)) = 3 + ln(1 + e^-4) / 2 = 3.009075. */
    @Test
    void confidencesAreWhatTheirPapersSay() {
        assertThat(PROBABILITY.of(HALF)).isEqualTo(0.5);
        assertThat(Confidence.maximumScore().of(HALF)).isEqualTo(3);
        assertThat(Confidence.energy(2).of(HALF)).isCloseTo(3.009075, within(1e-6));
        assertThat(Confidence.energy(1).of(HALF)).isNotCloseTo(3.009075, within(1e-6));
        assertThat(Confidence.energy(1e300).of(HALF)).isEqualTo(3);
    }

    @Test
    void keepsAShareOfTheKnown() {
        List<Ranking> known = rankings(0.9, 0.6, 0.8, 0.7);
        assertThat(Rejection.keeping(0.75, PROBABILITY, known)).isEqualTo(new Rejection(PROBABILITY, 0.7));
        assertThat(Rejection.keeping(1, PROBABILITY, known).threshold()).isEqualTo(0.6);
        assertThat(accepted(Rejection.keeping(0.26, PROBABILITY, known), known)).isEqualTo(2);
    }

    @Test
    void admitsNoMoreThanAShareOfTheUnknown() {
        List<Ranking> unknown = rankings(0.9, 0.6, 0.8, 0.7);
        assertThat(accepted(Rejection.admitting(0.25, PROBABILITY, unknown), unknown))
                .isEqualTo(1);
        assertThat(accepted(Rejection.admitting(0.24, PROBABILITY, unknown), unknown))
                .isZero();
        assertThat(accepted(Rejection.admitting(0, PROBABILITY, unknown), unknown))
                .isZero();
        assertThat(accepted(Rejection.admitting(1, PROBABILITY, unknown), rankings(0)))
                .isEqualTo(1);
    }

    @Test
    void treatsEqualConfidencesAlike() {
        List<Ranking> equal = rankings(0.5, 0.5, 0.5);
        assertThat(accepted(Rejection.keeping(0.1, PROBABILITY, equal), equal)).isEqualTo(3);
        assertThat(accepted(Rejection.admitting(0.9, PROBABILITY, equal), equal))
                .isZero();
    }

    @Property
    void keepsItsPromises(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 20) Integer> twentieths,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        List<Ranking> rankings = twentieths.stream().map(p -> ranking(p / 20.0)).toList();
        int n = rankings.size();
        for (Confidence confidence : List.of(PROBABILITY, Confidence.maximumScore(), Confidence.energy(3))) {
            long kept = accepted(Rejection.keeping(share, confidence, rankings), rankings);
            assertThat((double) kept / n).isGreaterThanOrEqualTo(share);
            long admitted = accepted(Rejection.admitting(share, confidence, rankings), rankings);
            assertThat((double) admitted / n).isLessThanOrEqualTo(share);
        }
    }

    @Test
    void survivesSerialisation() throws Exception {
        for (Confidence confidence : List.of(PROBABILITY, Confidence.maximumScore(), Confidence.energy(3))) {
            Rejection rejection = new Rejection(confidence, 0.25);
            assertThat(copy(rejection)).isEqualTo(rejection);
            assertThat(copy(rejection.decide(HALF))).isEqualTo(rejection.decide(HALF));
        }
    }

    private static Object copy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesOtherScalesOfTheEnergy(double scale) {
        assertThatThrownBy(() -> Confidence.energy(scale))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The scale must be above 0 and finite, not " + scale);
    }

    @Test
    void refusesAThresholdThatIsNoneAndNothingToChooseItBy() {
        assertThatThrownBy(() -> new Rejection(PROBABILITY, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The threshold is NaN");
        assertThatThrownBy(() -> new Rejection(null, 0)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Rejection.keeping(0.5, PROBABILITY, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        List<Ranking> nan = rankings(0.5, Double.NaN);
        assertThatThrownBy(() -> Rejection.admitting(0.5, PROBABILITY, nan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value 1 is NaN");
    }
}

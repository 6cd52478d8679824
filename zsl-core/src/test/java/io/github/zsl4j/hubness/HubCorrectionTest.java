package io.github.zsl4j.hubness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HubCorrectionTest {

    /** Target 1 is a hub: every query of the bank likes it best. */
    private static final double[][] BANK = {{0.1, 0.8, 0.1}, {0.5, 0.7, 0.2}, {0.2, 0.9, 0.3}};

    private static final double[][] SCORES = {{0.6, 0.7, 0.1}, {0.1, 0.2, 0.6}};

    static HubCorrection[] all() {
        return new HubCorrection[] {new Csls(2), new InvertedSoftmax(10), new QbNorm(10)};
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesAHubItsLead(HubCorrection correction) {
        double[][] corrected = correction.correct(SCORES, BANK);
        assertThat(ScoreMatrix.best(SCORES[0])).isEqualTo(1);
        assertThat(ScoreMatrix.best(corrected[0])).isZero();
        assertThat(ScoreMatrix.best(corrected[1])).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void leavesItsArgumentsUnchangedAndTakesNoQueries(HubCorrection correction) {
        double[][] before = {SCORES[0].clone(), SCORES[1].clone()};
        correction.correct(SCORES, BANK);
        assertThat(SCORES).isDeepEqualTo(before);
        assertThat(correction.correct(new double[0][], BANK)).isEmpty();
    }

    /** Without hubs, when all targets have the same scores in the bank, no ranking changes. */
    @ParameterizedTest
    @MethodSource("all")
    void keepsTheRankingIfThereAreNoHubs(HubCorrection correction) {
        double[][] even = {{0.3, 0.3, 0.3}, {0.5, 0.5, 0.5}};
        double[][] corrected = correction.correct(SCORES, even);
        for (int j = 1; j < 3; j++) {
            assertThat(Math.signum(corrected[0][j] - corrected[0][0]))
                    .isEqualTo(Math.signum(SCORES[0][j] - SCORES[0][0]));
        }
    }

    /** 2 * 0.6 less (0.7 + 0.6) / 2, less (0.5 + 0.2) / 2. */
    @Test
    void cslsOfAPairByHand() {
        assertThat(new Csls(2).correct(SCORES, BANK)[0][0]).isCloseTo(0.2, within(1e-12));
        assertThat(new Csls(100).correct(SCORES, BANK)[0][0]).isCloseTo(1.2 - 1.4 / 3 - 0.8 / 3, within(1e-12));
    }

    @Property(tries = 50)
    void invertedSoftmaxGivesProbabilities(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] scores = {random.doubles(5, -1e3, 1e3).toArray()};
        double[][] bank = {random.doubles(5, -1e3, 1e3).toArray()};
        double[] logs = new InvertedSoftmax(1).correct(scores, bank)[0];
        assertThat(Arrays.stream(logs).map(Math::exp).sum()).isCloseTo(1, within(1e-9));
    }

    /** Query 1 likes target 2 best, which no query of the bank does. */
    @Test
    void querybankNormalisationLeavesQueriesOfOtherTargets() {
        double[][] corrected = new QbNorm(10).correct(SCORES, BANK);
        assertThat(corrected[1]).containsExactly(new double[] {1, 2, 6}, within(1e-12));
        assertThat(corrected[0][0]).isNotCloseTo(6, within(0.1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesScoresThatDoNotFit(HubCorrection correction) {
        assertRefused(() -> correction.correct(SCORES, new double[0][]), "bank is empty");
        assertRefused(() -> correction.correct(new double[][] {{1, 2}}, BANK), "Row 0 of the scores has 2");
        assertRefused(() -> correction.correct(SCORES, new double[][] {{1, 2, 3}, {1}}), "Row 1 of the bank has 1");
        assertRefused(() -> correction.correct(new double[][] {{1, Double.NaN, 2}}, BANK), "score of NaN");
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertRefused(() -> new Csls(0), "at least 1");
        assertRefused(() -> new InvertedSoftmax(0), "above 0");
        assertRefused(() -> new QbNorm(Double.POSITIVE_INFINITY), "finite");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}

package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.evaluate.ReferenceTable;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlattScalingTest {

    private static final LabelledScores EXAMPLES = ReferenceTable.scores(PlattScalingTest.class, "examples.csv");
    private static final Map<String, Double> EXPECTED = ReferenceTable.values(PlattScalingTest.class, "fits.csv");

    private static double probability(CalibrationFit fit, double score) {
        return fit.calibration().probabilities(new double[] {score})[0];
    }

    /** The log odds of a score of 0. */
    private static double bias(CalibrationFit fit) {
        double p = probability(fit, 0);
        return Math.log(p / (1 - p));
    }

    private static void assertFit(CalibrationFit fit, String by, double tolerance) {
        assertThat(fit.calibration().scale()).isCloseTo(EXPECTED.get(by + "_scale"), within(tolerance));
        assertThat(bias(fit)).isCloseTo(EXPECTED.get(by + "_bias"), within(tolerance));
        assertThat(fit.converged()).isTrue();
    }

    /** The optimum is known to 17 digits; Newton's last step leaves about 1e-10 of 70. */
    @Test
    void findsTheBestScaleAndBias() {
        CalibrationFit fit = PlattScaling.fit(EXAMPLES, 30, -5);
        assertFit(fit, "platt", 1e-8);
        assertThat(fit.nllBefore()).isCloseTo(EXPECTED.get("platt_before"), within(1e-12));
        assertThat(fit.nllAfter()).isCloseTo(EXPECTED.get("platt_after"), within(1e-12));
    }

    /** scikit-learn stops its search at about 1e-8 of the optimum. */
    @Test
    void agreesWithScikitLearn() {
        assertFit(PlattScaling.fit(EXAMPLES, 1, 0), "sklearn", 1e-6);
    }

    /** Negative control: plain targets of 0 and 1, which twice as many examples come closer to, fail the assertion. */
    @Test
    void theCheckSeesOtherTargetsAndUnits() {
        double[] scores = new double[2 * 600];
        boolean[] right = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            int pair = i % 600;
            scores[i] = EXAMPLES.score(pair / 5, pair % 5);
            right[i] = EXAMPLES.label(pair / 5) == pair % 5;
        }
        CalibrationFit twice = PlattScaling.fit(scores, right, 30, -5);
        assertThatThrownBy(() -> assertFit(twice, "platt", 1e-8)).isInstanceOf(AssertionError.class);
        double[] more = Arrays.stream(scores).limit(600).map(s -> 1.00001 * s).toArray();
        CalibrationFit unit = PlattScaling.fit(more, Arrays.copyOf(right, 600), 30, -5);
        assertThatThrownBy(() -> assertFit(unit, "platt", 1e-8)).isInstanceOf(AssertionError.class);
    }

    /** The unit and the origin of scores do not matter to their probabilities. */
    @ParameterizedTest
    @CsvSource({"1e-60,0", "1e-6,0", "1e6,0", "1e200,0", "1,1000", "0.001,-50"})
    void followsTheUnitAndOriginOfTheScores(double unit, double origin) {
        CalibrationFit plain = PlattScaling.fit(EXAMPLES, 30, -5);
        double[] scores = new double[600];
        boolean[] right = new boolean[600];
        for (int i = 0; i < 600; i++) {
            scores[i] = unit * EXAMPLES.score(i / 5, i % 5) + origin;
            right[i] = EXAMPLES.label(i / 5) == i % 5;
        }
        CalibrationFit moved = PlattScaling.fit(scores, right, 1, 0);
        for (double score : new double[] {0.15, 0.2, 0.25}) {
            // The origin costs digits: 0.001 * 0.2 beside 50 keeps eleven.
            assertThat(probability(moved, unit * score + origin)).isCloseTo(probability(plain, score), within(1e-7));
        }
    }

    /** By hand: with scores 0 and 1 there are as many unknowns as groups, so both reach their targets exactly. */
    @Test
    void reachesItsTargetsWhereItCan() {
        CalibrationFit fit =
                PlattScaling.fit(new double[] {1, 1, 1, 0, 0}, new boolean[] {true, true, true, false, false}, 1, 0);
        assertThat(probability(fit, 1)).isCloseTo(4 / 5.0, within(1e-9));
        assertThat(probability(fit, 0)).isCloseTo(1 / 4.0, within(1e-9));
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void staysFiniteForSeparatedExamplesHoweverFew() {
        for (int n : new int[] {1, 5, 1000}) {
            double[] scores = new double[2 * n];
            boolean[] right = new boolean[2 * n];
            for (int i = 0; i < 2 * n; i++) {
                scores[i] = i;
                right[i] = i >= n;
            }
            CalibrationFit fit = PlattScaling.fit(scores, right, 1, 0);
            assertThat(fit.converged()).isTrue();
            assertThat(fit.calibration().scale() * n).isBetween(0.5, 100.0);
            assertThat(probability(fit, n - 0.5)).isCloseTo(0.5, within(1e-6));
        }
    }

    private static void assertShareOfRightOnes(CalibrationFit fit, double score, double share) {
        assertThat(fit.converged()).isFalse();
        assertThat(probability(fit, score)).isCloseTo(share, within(1e-5));
    }

    /** One right score of three: targets 2/3, 1/4 and 1/4, on average 7/18. */
    @Test
    void givesTheShareOfRightOnesWhereScoresTellNothingOrMislead() {
        boolean[] one = {true, false, false};
        assertShareOfRightOnes(PlattScaling.fit(new double[] {5, 5, 5}, one, 1, 0), 5, 7 / 18.0);
        assertShareOfRightOnes(PlattScaling.fit(new double[] {1, 2, 3}, one, 1, 0), 2, 7 / 18.0);
        assertShareOfRightOnes(PlattScaling.fit(new double[] {1}, new boolean[] {true}, 1, 0), 1, 2 / 3.0);
        assertShareOfRightOnes(PlattScaling.fit(new double[] {1, 2}, new boolean[2], 1, 0), 1, 1 / 4.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesScoresThatAreNotFinite(double bad) {
        assertThatThrownBy(() -> PlattScaling.fit(new double[] {1, bad}, new boolean[2], 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scores must be finite; score 1 is " + bad);
    }

    @Test
    void refusesNoScoresMismatchedLengthsAndOtherScales() {
        assertThatThrownBy(() -> PlattScaling.fit(new double[0], new boolean[0], 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 scores and 0 truths");
        assertThatThrownBy(() -> PlattScaling.fit(new double[2], new boolean[1], 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 scores and 1 truths");
        assertThatThrownBy(() -> PlattScaling.fit(EXAMPLES, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

    /** By hand: e^(2 * 0.5) = 2.718281828, e^(2 * 0) = 1, e^(2 * -1) = 0.135335283; their sum is 3.853617111. */
    private static void assertHandComputed(double[] probabilities) {
        assertThat(probabilities).containsExactly(new double[] {0.705384513, 0.259496460, 0.035119027}, within(1e-9));
    }

    @Test
    void softmaxFollowsItsFormula() {
        assertHandComputed(Calibration.softmax(2).probabilities(new double[] {0.5, 0, -1}));
    }

    /** Negative control: forgetting the scale, or dividing by it, fails the same assertion. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 2.00001})
    void theCheckSeesAWrongScale(double scale) {
        double[] wrong = Calibration.softmax(scale).probabilities(new double[] {0.5, 0, -1});
        assertThatThrownBy(() -> assertHandComputed(wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void softmaxOfHugeAndTinyScoresDoesNotOverflow() {
        Calibration clip = Calibration.softmax(100);
        assertThat(clip.probabilities(new double[] {1e300, -1e300, 1e300})).containsExactly(0.5, 0, 0.5);
        assertThat(clip.probabilities(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}))
                .containsExactly(0, 1);
        assertThat(clip.probabilities(new double[] {-1e300, -1e300})).containsExactly(0.5, 0.5);
        assertThat(clip.probabilities(new double[] {Double.MIN_VALUE, 0})).containsExactly(0.5, 0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1, 1e300, Double.MAX_VALUE})
    void softmaxTakesAnyPositiveScale(double scale) {
        double[] p = Calibration.softmax(scale).probabilities(new double[] {0.3, 0.2, 0.3});
        // Three quotients, each rounded to double.
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-15));
        assertThat(p[0]).isEqualTo(p[2]).isGreaterThanOrEqualTo(p[1]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void softmaxRefusesAnotherScale(double scale) {
        assertThatThrownBy(() -> Calibration.softmax(scale))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The scale must be above 0 and finite, not " + scale);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void softmaxRefusesScoresThatAreNotFinite(double score) {
        Calibration softmax = Calibration.softmax(1);
        assertThatThrownBy(() -> softmax.probabilities(new double[] {0, score}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("score 1 is " + score);
    }

    @Test
    void softmaxOfOneClassIsCertain() {
        assertThat(Calibration.softmax(5).probabilities(new double[] {-3})).containsExactly(1);
        assertThat(Calibration.softmax(5).probabilities(new double[0])).isEmpty();
    }

    @Test
    void softmaxLeavesTheScoresUnchanged() {
        double[] scores = {3, 1, 2};
        Calibration.softmax(5).probabilities(scores);
        assertThat(scores).containsExactly(3, 1, 2);
    }

    @Test
    void softmaxKnowsItsScale() {
        assertThat(Calibration.softmax(4.5).scale()).isEqualTo(4.5);
        assertThat(Calibration.softmax(4.5)).isEqualTo(Calibration.softmax(4.5));
    }

    /** By hand: 1 / (1 + e^-(2 * 0.5 - 1)) = 0.5, 1 / (1 + e^1) = 0.268941421, 1 / (1 + e^3) = 0.047425873. */
    private static void assertIndependent(double[] probabilities) {
        assertThat(probabilities).containsExactly(new double[] {0.5, 0.268941421, 0.047425873}, within(1e-9));
    }

    @Test
    void sigmoidFollowsItsFormula() {
        assertIndependent(Calibration.sigmoid(2, -1).probabilities(new double[] {0.5, 0, -1}));
    }

    /** Negative control: a forgotten bias, its sign, a wrong scale and the softmax all fail the same assertion. */
    @Test
    void theCheckSeesOtherCalibrations() {
        for (Calibration wrong : List.of(
                Calibration.sigmoid(2, 0),
                Calibration.sigmoid(2, 1),
                Calibration.sigmoid(2.00001, -1),
                Calibration.softmax(2))) {
            double[] p = wrong.probabilities(new double[] {0.5, 0, -1});
            assertThatThrownBy(() -> assertIndependent(p)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void sigmoidOfHugeAndTinyScoresDoesNotOverflow() {
        double[] scores = {Double.MAX_VALUE, -Double.MAX_VALUE, 1e300, -1e300, Double.MIN_VALUE, 0};
        assertThat(Calibration.sigmoid(100, 0).probabilities(scores)).containsExactly(1, 0, 1, 0, 0.5, 0.5);
        // The logarithm of the smallest doubles is about -744: e^-740 is one of them, where 1 / (1 + e^740) is 0.
        assertThat(Calibration.sigmoid(1, 0).probabilities(new double[] {-740})[0])
                .isEqualTo(Math.exp(-740))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void sigmoidRefusesAnotherScale(double scale) {
        assertThatThrownBy(() -> Calibration.sigmoid(scale, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The scale must be above 0 and finite, not " + scale);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void sigmoidRefusesABiasOrScoresThatAreNotFinite(double bad) {
        assertThatThrownBy(() -> Calibration.sigmoid(1, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The bias must be finite, not " + bad);
        Calibration sigmoid = Calibration.sigmoid(1, 0);
        assertThatThrownBy(() -> sigmoid.probabilities(new double[] {0, bad}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("score 1 is " + bad);
    }

    @Test
    void sigmoidKnowsItsScaleAndLeavesTheScoresUnchanged() {
        double[] scores = {3, 1, 2};
        Calibration.sigmoid(5, 1).probabilities(scores);
        assertThat(scores).containsExactly(3, 1, 2);
        assertThat(Calibration.sigmoid(4.5, 1).scale()).isEqualTo(4.5);
        assertThat(Calibration.sigmoid(4.5, 1)).isEqualTo(Calibration.sigmoid(4.5, 1));
        assertThat(Calibration.sigmoid(4.5, 1)).isNotEqualTo(Calibration.sigmoid(4.5, 2));
        assertThat(Calibration.sigmoid(1, 0).probabilities(new double[0])).isEmpty();
    }
}

package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** What holds for the softmax and the sigmoid of any scores. */
class CalibrationPropertyTest {

    @Property
    void sumsToOne(
            @ForAll @Size(min = 1, max = 200) @Scale(6) double[] scores,
            @ForAll @DoubleRange(min = 1e-3, max = 1e3) @Scale(6) double scale) {
        double[] p = Calibration.softmax(scale).probabilities(scores);
        // At most 200 additions of numbers in [0, 1], each rounded to double: 200 * 2^-53.
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
        for (double x : p) {
            assertThat(x).isBetween(0.0, 1.0);
        }
    }

    @Property
    void doesNotDependOnAShift(
            @ForAll @Size(min = 1, max = 20) @DoubleRange(min = -1, max = 1) @Scale(6) double[] scores,
            @ForAll @DoubleRange(min = -100, max = 100) @Scale(6) double shift,
            @ForAll @DoubleRange(min = 0.1, max = 100) @Scale(6) double scale) {
        double[] shifted = Arrays.stream(scores).map(s -> s + shift).toArray();
        Calibration softmax = Calibration.softmax(scale);
        // A shifted score of up to 101 is rounded by 2^-47 at most; the scale makes a relative error of twice 100 times
        // it.
        assertThat(softmax.probabilities(shifted)).containsExactly(softmax.probabilities(scores), within(1e-11));
    }

    @Property
    void keepsTheOrderOfTheScores(
            @ForAll @Size(min = 2, max = 20) @Scale(6) double[] scores,
            @ForAll @DoubleRange(min = 1e-3, max = 1e3) @Scale(6) double scale) {
        double[] p = Calibration.softmax(scale).probabilities(scores);
        for (int i = 1; i < scores.length; i++) {
            assertThat(Double.compare(p[i], p[i - 1])).isIn(0, Double.compare(scores[i], scores[i - 1]));
        }
    }

    @Property
    void sigmoidIsAProbabilityForAnyFiniteScoresAndKeepsTheirOrder(
            @ForAll @Size(min = 1, max = 20) double[] scores,
            @ForAll @DoubleRange(min = 0.01, max = 1e300) double scale,
            @ForAll double bias) {
        Arrays.sort(scores);
        double[] p = Calibration.sigmoid(scale, bias).probabilities(scores);
        for (int i = 0; i < p.length; i++) {
            assertThat(p[i]).isBetween(0.0, 1.0);
            // One rounding of a number up to 1 for neighbouring doubles.
            assertThat(p[i]).isGreaterThanOrEqualTo(p[Math.max(0, i - 1)] - 0x1p-52);
        }
    }

    /** sigmoid(-x) = 1 - sigmoid(x); the tolerance is two roundings of numbers up to 1. */
    @Property
    void sigmoidOfTheNegativeIsTheComplement(
            @ForAll @DoubleRange(min = -50, max = 50) double score,
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale,
            @ForAll @DoubleRange(min = -20, max = 20) double bias) {
        double p = Calibration.sigmoid(scale, bias).probabilities(new double[] {score})[0];
        double q = Calibration.sigmoid(scale, -bias).probabilities(new double[] {-score})[0];
        assertThat(p + q).isCloseTo(1, within(4e-16));
    }

    /** One class against another is the sigmoid of the difference of their scores. */
    @Property
    void softmaxOfTwoIsTheSigmoidOfTheDifference(
            @ForAll @DoubleRange(min = -5, max = 5) double a,
            @ForAll @DoubleRange(min = -5, max = 5) double b,
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
        double softmax = Calibration.softmax(scale).probabilities(new double[] {a, b})[0];
        double sigmoid = Calibration.sigmoid(scale, 0).probabilities(new double[] {a - b})[0];
        // Exponents of up to 100, rounded by 1e-14; the exponential is relatively as wrong.
        assertThat(softmax).isCloseTo(sigmoid, within(1e-13));
    }
}

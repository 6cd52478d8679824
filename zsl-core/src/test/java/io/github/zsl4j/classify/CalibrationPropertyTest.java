package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** What holds for the softmax of any scores. */
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
}

package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.evaluate.ReferenceTable;
import io.github.zsl4j.evaluate.ReliabilityDiagram;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureScalingTest {

    private static final LabelledScores EXAMPLES = ReferenceTable.scores(TemperatureScalingTest.class, "examples.csv");
    private static final Map<String, Double> EXPECTED = ReferenceTable.values(TemperatureScalingTest.class, "fits.csv");

    private static LabelledScores mapped(LabelledScores examples, DoubleUnaryOperator f) {
        double[][] scores = IntStream.range(0, examples.rows())
                .mapToObj(i ->
                        Arrays.stream(ReferenceTable.row(examples, i)).map(f).toArray())
                .toArray(double[][]::new);
        int[] labels = IntStream.range(0, examples.rows()).map(examples::label).toArray();
        return LabelledScores.of(scores, labels);
    }

    /** The minimum is known to 17 digits; a slope of rounding errors places it to about 1e-13 of itself. */
    private static void assertReference(CalibrationFit fit) {
        assertThat(fit.calibration().scale()).isCloseTo(EXPECTED.get("softmax_scale"), within(1e-9));
        assertThat(fit.nllAfter()).isCloseTo(EXPECTED.get("softmax_after"), within(1e-12));
        assertThat(fit.converged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-3, 1, 30, 69.4, 1e5, 1e300})
    void findsTheMostLikelyScaleFromAnyStart(double start) {
        assertReference(TemperatureScaling.fit(EXAMPLES, start));
    }

    @Test
    void measuresTheLikelihoodBefore() {
        assertThat(TemperatureScaling.fit(EXAMPLES, 30).nllBefore())
                .isCloseTo(EXPECTED.get("softmax_before"), within(1e-12));
    }

    /** Negative control: other examples or other units fail the same assertion. */
    @Test
    void theCheckSeesOtherExamples() {
        CalibrationFit centi = TemperatureScaling.fit(mapped(EXAMPLES, s -> 1.00001 * s), 30);
        CalibrationFit squared = TemperatureScaling.fit(mapped(EXAMPLES, s -> s * s), 30);
        for (CalibrationFit wrong : new CalibrationFit[] {centi, squared}) {
            assertThatThrownBy(() -> assertReference(wrong)).isInstanceOf(AssertionError.class);
        }
    }

    /** Units do not matter: scores a million times as large get a scale a million times as small. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-6, 1e6, 1e200})
    void followsTheUnitOfTheScores(double unit) {
        CalibrationFit fit = TemperatureScaling.fit(mapped(EXAMPLES, s -> s * unit), 30 / unit);
        assertThat(fit.calibration().scale() * unit).isCloseTo(EXPECTED.get("softmax_scale"), within(1e-9));
        assertThat(fit.nllBefore()).isCloseTo(EXPECTED.get("softmax_before"), within(1e-12));
    }

    /** The point of it all: probabilities that were too timid or too bold come closer to the share that is right. */
    @ParameterizedTest
    @ValueSource(doubles = {20, 400})
    void lowersTheCalibrationError(double start) {
        CalibrationFit fit = TemperatureScaling.fit(EXAMPLES, start);
        assertThat(fit.nllAfter()).isLessThan(fit.nllBefore());
        assertThat(error(fit.calibration())).isLessThan(error(Calibration.softmax(start)) / 2);
    }

    private static double error(Calibration calibration) {
        double[][] p = IntStream.range(0, EXAMPLES.rows())
                .mapToObj(i -> calibration.probabilities(ReferenceTable.row(EXAMPLES, i)))
                .toArray(double[][]::new);
        int[] labels = IntStream.range(0, EXAMPLES.rows()).map(EXAMPLES::label).toArray();
        return ReliabilityDiagram.equalWidth(LabelledScores.of(p, labels), 10).expectedCalibrationError();
    }

    /** Scores drawn from a softmax of scale 3 give about that scale back, a coarse check that needs no reference. */
    @Test
    void recoversTheScaleThatLabelsWereDrawnWith() {
        Random random = new Random(5);
        int n = 4000;
        double[][] scores = new double[n][];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            scores[i] = random.doubles(4, -1, 1).toArray();
            double[] p = Calibration.softmax(3).probabilities(scores[i]);
            double draw = random.nextDouble();
            while (labels[i] < 3 && (draw -= p[labels[i]]) > 0) {
                labels[i]++;
            }
        }
        // The standard error of the scale is about 1 / sqrt(n Var), with a variance of scores of about 0.15.
        assertThat(TemperatureScaling.fit(LabelledScores.of(scores, labels), 1)
                        .calibration()
                        .scale())
                .isCloseTo(3, within(4 / Math.sqrt(n * 0.15)));
    }

    private static void assertStartIsKept(double[][] scores, int... labels) {
        CalibrationFit fit = TemperatureScaling.fit(LabelledScores.of(scores, labels), 7);
        assertThat(fit.calibration()).isEqualTo(Calibration.softmax(7));
        assertThat(fit.nllAfter()).isEqualTo(fit.nllBefore());
        assertThat(fit.converged()).isFalse();
    }

    @Test
    void keepsTheStartWhereTheLikelihoodHasNoMaximum() {
        assertStartIsKept(new double[][] {{1, 0}}, 0);
        assertStartIsKept(new double[][] {{1, 0, 0.5}, {0, 0.1, -3}}, 0, 1);
        assertStartIsKept(new double[][] {{1, 1, 0}}, 1);
        assertStartIsKept(new double[][] {{2, 2}, {3, 3}}, 0, 1);
        assertStartIsKept(new double[][] {{2}, {3}}, 0, 0);
        assertStartIsKept(new double[][] {{0, Double.MIN_VALUE}}, 0);
    }

    @Test
    void givesUniformProbabilitiesWhereScoresMislead() {
        CalibrationFit fit =
                TemperatureScaling.fit(LabelledScores.of(new double[][] {{1, 0}, {5, 4}}, new int[] {1, 1}), 7);
        assertThat(fit.converged()).isFalse();
        assertThat(fit.calibration().probabilities(new double[] {1, 0})[0]).isCloseTo(0.5, within(1e-6));
        assertThat(fit.nllAfter()).isCloseTo(Math.log(2), within(1e-6)).isLessThan(fit.nllBefore());
    }

    /** By hand: of three pairs at distance 1, two are right; the sigmoid of the scale is 2 / 3, the scale is ln 2. */
    @Test
    void fitsWhatCanBeSolvedByHand() {
        double[][] scores = {{1, 0}, {4, 3}, {-1, 0}};
        CalibrationFit fit = TemperatureScaling.fit(LabelledScores.of(scores, new int[] {0, 0, 0}), 100);
        assertThat(fit.calibration().scale()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(fit.nllAfter()).isCloseTo(-(2 * Math.log(2 / 3.0) + Math.log(1 / 3.0)) / 3, within(1e-12));
    }

    @Test
    void refusesScoresTooFarApartAndOtherScales() {
        LabelledScores far = LabelledScores.of(new double[][] {{Double.MAX_VALUE, -Double.MAX_VALUE}}, new int[] {0});
        assertThatThrownBy(() -> TemperatureScaling.fit(far, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("differ by more");
        for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> TemperatureScaling.fit(EXAMPLES, scale))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("scale must be above 0");
        }
    }
}

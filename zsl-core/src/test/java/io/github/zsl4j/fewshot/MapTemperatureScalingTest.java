package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.CalibrationFit;
import io.github.zsl4j.classify.TemperatureScaling;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MapTemperatureScalingTest {

    /** Labels drawn with the probabilities of a softmax of scale 5. */
    private static LabelledScores drawn(long seed, int rows) {
        Random random = new Random(seed);
        double[][] scores = new double[rows][4];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 4; j++) {
                scores[i][j] = random.nextDouble();
            }
            double[] p = Calibration.softmax(5).probabilities(scores[i]);
            double u = random.nextDouble();
            while (labels[i] < 3 && u > p[labels[i]]) {
                u -= p[labels[i]++];
            }
        }
        return LabelledScores.of(scores, labels);
    }

    /** The function that the Javadoc says is minimised, straight from the formula. */
    private static double objective(LabelledScores scores, double start, double scale) {
        double nll = 0;
        double prior = 0;
        for (int i = 0; i < scores.rows(); i++) {
            double[] row = {scores.score(i, 0), scores.score(i, 1), scores.score(i, 2), scores.score(i, 3)};
            double[] p = Calibration.softmax(scale).probabilities(row);
            double[] before = Calibration.softmax(start).probabilities(row);
            nll -= Math.log(p[scores.label(i)]);
            for (int j = 0; j < 4; j++) {
                prior -= before[j] * Math.log(p[j]) / scores.rows();
            }
        }
        return nll + 10 * prior;
    }

    @Property(tries = 50)
    void isAMinimum(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
        LabelledScores scores = drawn(seed, rows);
        double scale = MapTemperatureScaling.fit(scores, 8).calibration().scale();
        double lowest = objective(scores, 8, scale);
        assertThat(objective(scores, 8, scale * 1.01)).isGreaterThanOrEqualTo(lowest);
        assertThat(objective(scores, 8, scale / 1.01)).isGreaterThanOrEqualTo(lowest);
    }

    @Test
    void isWhatTemperatureScalingFindsOnManyExamples() {
        LabelledScores scores = drawn(2, 4000);
        double plain = TemperatureScaling.fit(scores, 50).calibration().scale();
        double map = MapTemperatureScaling.fit(scores, 50).calibration().scale();
        assertThat(map).isCloseTo(plain, within(0.3));
        assertThat(map).isCloseTo(5, within(0.8));
    }

    @Test
    void staysModestWhereAllExamplesAreRight() {
        LabelledScores easy = LabelledScores.of(new double[][] {{1, 0}, {0, 1}, {0.8, 0}}, new int[] {0, 1, 0});
        CalibrationFit fit = MapTemperatureScaling.fit(easy, 5);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.calibration().scale()).isBetween(5.0, 8.0);
        assertThat(fit.nllAfter()).isLessThan(fit.nllBefore());
        // Negative control: plain likelihood has no maximum here.
        assertThat(TemperatureScaling.fit(easy, 5).converged()).isFalse();
    }

    @Test
    void tellsWhatTeachesNothing() {
        LabelledScores equal = LabelledScores.of(new double[][] {{1, 1}, {2, 2}}, new int[] {0, 1});
        assertThat(MapTemperatureScaling.fit(equal, 5).calibration().scale()).isEqualTo(5);
        assertThat(MapTemperatureScaling.fit(equal, 5).converged()).isFalse();
        double[][] many = new double[100][];
        java.util.Arrays.fill(many, new double[] {0, 1});
        CalibrationFit wrong = MapTemperatureScaling.fit(LabelledScores.of(many, new int[100]), 5);
        assertThat(wrong.converged()).isFalse();
        assertThat(wrong.calibration().scale()).isLessThan(1e-5);
    }
}

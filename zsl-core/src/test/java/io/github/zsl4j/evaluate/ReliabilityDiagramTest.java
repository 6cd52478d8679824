package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.evaluate.ReliabilityDiagram.Bin;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReliabilityDiagramTest {

    /** Answers of one class's confidence each; a negative one is wrong. */
    private static LabelledScores answers(double... signed) {
        double[][] p = new double[signed.length][];
        int[] labels = new int[signed.length];
        for (int i = 0; i < signed.length; i++) {
            p[i] = new double[] {Math.abs(signed[i]), 0};
            labels[i] = signed[i] < 0 ? 1 : 0;
        }
        return LabelledScores.of(p, labels);
    }

    @Test
    void binsOfEqualWidthHaveMeanConfidenceAndAccuracy() {
        ReliabilityDiagram diagram = ReliabilityDiagram.equalWidth(answers(0.5, -0.625, 0.25, 1), 2);
        assertThat(diagram.bins()).containsExactly(new Bin(0, 0.5, 2, 0.375, 1), new Bin(0.5, 1, 2, 0.8125, 0.5));
        assertThat(diagram.expectedCalibrationError()).isEqualTo(0.5 * 0.625 + 0.5 * 0.3125);
    }

    /** A bin ends with its upper bound: 0.3 belongs to (0.2, 0.3] although 0.3 * 10 and 3 * 0.1 are no whole numbers. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 9, 10})
    void aBoundBelongsToTheBinBelow(int tenth) {
        List<Bin> bins =
                ReliabilityDiagram.equalWidth(answers(tenth / 10.0), 10).bins();
        assertThat(bins).hasSize(1);
        assertThat(bins.get(0).upper()).isEqualTo(tenth / 10.0);
    }

    @Test
    void leavesEmptyBinsOutAndTakesTheExtremes() {
        ReliabilityDiagram diagram = ReliabilityDiagram.equalWidth(answers(1, -0.0), 100);
        assertThat(diagram.bins()).extracting(Bin::upper).containsExactly(0.01, 1.0);
        assertThat(diagram.expectedCalibrationError()).isEqualTo(0.5);
    }

    @Test
    void binsOfEqualMassShareTheExamplesOut() {
        ReliabilityDiagram diagram = ReliabilityDiagram.equalMass(answers(0.1, 0.9, -0.3, 0.2, 0.8, -0.7, 0.6), 3);
        assertThat(diagram.bins()).extracting(Bin::count).containsExactly(3, 2, 2);
        assertThat(diagram.bins()).extracting(Bin::lower).containsExactly(0.1, 0.6, 0.8);
        assertThat(diagram.bins()).extracting(Bin::upper).containsExactly(0.3, 0.7, 0.9);
        assertThat(diagram.bins()).extracting(Bin::accuracy).containsExactly(2 / 3.0, 0.5, 1.0);
    }

    /** Otherwise the order in which equal examples are given would decide. */
    @Test
    void binsOfEqualMassKeepEqualConfidencesTogether() {
        List<Bin> first =
                ReliabilityDiagram.equalMass(answers(0.5, 0.5, -0.5, 0.75), 4).bins();
        List<Bin> second =
                ReliabilityDiagram.equalMass(answers(-0.5, 0.75, 0.5, 0.5), 4).bins();
        assertThat(first).containsExactly(new Bin(0.5, 0.5, 3, 0.5, 2 / 3.0), new Bin(0.75, 0.75, 1, 0.75, 1));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void perfectlyCalibratedAnswersHaveNoError() {
        LabelledScores half = answers(0.5, -0.5, 1, 1);
        assertThat(ReliabilityDiagram.equalWidth(half, 15).expectedCalibrationError())
                .isZero();
        assertThat(ReliabilityDiagram.equalMass(half, 2).expectedCalibrationError())
                .isZero();
    }

    @Property
    void everyExampleIsInOneBin(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1, max = 1) @Scale(2) Double> signed,
            @ForAll @IntRange(min = 1, max = 70) int count) {
        LabelledScores answers = answers(signed.stream().mapToDouble(x -> x).toArray());
        for (ReliabilityDiagram diagram :
                List.of(ReliabilityDiagram.equalWidth(answers, count), ReliabilityDiagram.equalMass(answers, count))) {
            assertThat(diagram.bins().stream().mapToInt(Bin::count).sum()).isEqualTo(answers.rows());
            assertThat(diagram.bins()).hasSizeLessThanOrEqualTo(count);
            double sum = diagram.bins().stream()
                    .mapToDouble(b -> b.count() * b.confidence())
                    .sum();
            double all = signed.stream().mapToDouble(Math::abs).sum();
            assertThat(sum).isCloseTo(all, within(1e-12)); // sums of 60 numbers up to 1
            assertThat(diagram.expectedCalibrationError()).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void refusesNoBins(int count) {
        LabelledScores one = answers(0.5);
        assertThatThrownBy(() -> ReliabilityDiagram.equalWidth(one, count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least one bin is needed, not " + count);
        assertThatThrownBy(() -> ReliabilityDiagram.equalMass(one, count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReliabilityDiagram(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesScoresThatAreNoProbabilities() {
        LabelledScores scores = LabelledScores.of(new double[][] {{0.5, 0.5}, {0.3, 1.5}}, new int[] {0, 0});
        assertThatThrownBy(() -> ReliabilityDiagram.equalWidth(scores, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Row 1 has the probability 1.5")
                .hasMessageContaining("calibrate");
        LabelledScores negative = LabelledScores.of(new double[][] {{-0.5, -0.2}}, new int[] {0});
        assertThatThrownBy(() -> ReliabilityDiagram.equalMass(negative, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

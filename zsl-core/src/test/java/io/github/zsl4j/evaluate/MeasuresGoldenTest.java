package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All measures against scikit-learn's, on 200 examples of 7 classes. */
class MeasuresGoldenTest {

    private static final Map<String, Double> EXPECTED = ReferenceTable.values(MeasuresGoldenTest.class, "measures.csv");
    private static final LabelledScores SCORES = ReferenceTable.scores(MeasuresGoldenTest.class, "scores.csv");

    /** All are closed forms of sums of 200 numbers at most; both sides round each step to double. */
    private static void assertReference(String name, double computed) {
        assertThat(computed).as(name).isCloseTo(EXPECTED.get(name), within(1e-12));
    }

    private static LabelledScores probabilities(double scale) {
        int[] labels = IntStream.range(0, SCORES.rows()).map(SCORES::label).toArray();
        double[][] p = new double[labels.length][];
        for (int i = 0; i < p.length; i++) {
            double[] e = Arrays.stream(ReferenceTable.row(SCORES, i))
                    .map(s -> Math.exp(scale * s))
                    .toArray();
            double sum = Arrays.stream(e).sum();
            p[i] = Arrays.stream(e).map(x -> x / sum).toArray();
        }
        return LabelledScores.of(p, labels);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void topAccuracies(int k) {
        assertReference("top" + k, SCORES.topAccuracy(k));
    }

    @Test
    void confusion() {
        ConfusionMatrix confusion = ConfusionMatrix.of(SCORES);
        for (int i = 0; i < SCORES.classes(); i++) {
            for (int j = 0; j < SCORES.classes(); j++) {
                assertReference("confusion_" + i + "_" + j, confusion.count(i, j));
            }
        }
        assertReference("top1", confusion.accuracy());
        assertReference("per_class", confusion.meanPerClassAccuracy());
    }

    @Test
    void seenAndUnseen() {
        SeenUnseenAccuracy accuracy = SeenUnseenAccuracy.of(ConfusionMatrix.of(SCORES), c -> c < 4);
        assertReference("seen", accuracy.seen());
        assertReference("unseen", accuracy.unseen());
        assertReference("harmonic", accuracy.harmonicMean());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 15})
    void calibrationErrors(int bins) {
        LabelledScores p = probabilities(EXPECTED.get("scale"));
        assertReference(
                "ece_width_" + bins, ReliabilityDiagram.equalWidth(p, bins).expectedCalibrationError());
        assertReference(
                "ece_mass_" + bins, ReliabilityDiagram.equalMass(p, bins).expectedCalibrationError());
    }

    private static double[] tops(boolean known) {
        return IntStream.range(0, SCORES.rows())
                .filter(i -> SCORES.label(i) < 4 == known)
                .mapToDouble(i -> Math.rint(10 * SCORES.score(i, SCORES.best(i))) / 10)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.95, 1})
    void openSet(double rate) {
        RocCurve curve = RocCurve.of(tops(true), tops(false));
        assertReference("auroc", curve.area());
        assertReference("fpr_" + rate, curve.falsePositiveRateAt(rate));
    }

    private static void assertRefuted(String name, double wrong) {
        assertThatThrownBy(() -> assertReference(name, wrong)).isInstanceOf(AssertionError.class);
    }

    /** Negative controls: each measure of something slightly else fails the same assertion. */
    @Test
    void theChecksSeeOtherMeasures() {
        ConfusionMatrix confusion = ConfusionMatrix.of(SCORES);
        LabelledScores p = probabilities(EXPECTED.get("scale"));
        assertRefuted("top2", SCORES.topAccuracy(3));
        assertRefuted("per_class", confusion.accuracy());
        assertRefuted("harmonic", (EXPECTED.get("seen") + EXPECTED.get("unseen")) / 2);
        assertRefuted("ece_width_10", ReliabilityDiagram.equalWidth(p, 11).expectedCalibrationError());
        assertRefuted("ece_width_10", ReliabilityDiagram.equalMass(p, 10).expectedCalibrationError());
        LabelledScores sharper = probabilities(1.001 * EXPECTED.get("scale"));
        assertRefuted("ece_width_10", ReliabilityDiagram.equalWidth(sharper, 10).expectedCalibrationError());
        RocCurve swapped = RocCurve.of(tops(false), tops(true));
        assertRefuted("auroc", swapped.area());
        assertRefuted("fpr_0.95", swapped.falsePositiveRateAt(0.95));
        assertRefuted("fpr_0.95", RocCurve.of(tops(true), tops(false)).falsePositiveRateAt(0.8));
    }
}

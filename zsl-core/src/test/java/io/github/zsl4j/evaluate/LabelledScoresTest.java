package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledScoresTest {

    private static final LabelledScores THREE =
            LabelledScores.of(new double[][] {{0.1, 0.7, 0.2}, {3, 1, 2}, {-1, -2, -3}}, new int[] {1, 2, 2});

    @Test
    void knowTheirShapeAndValues() {
        assertThat(THREE.rows()).isEqualTo(3);
        assertThat(THREE.classes()).isEqualTo(3);
        assertThat(THREE.score(1, 2)).isEqualTo(2);
        assertThat(THREE.label(2)).isEqualTo(2);
    }

    @Test
    void rankTheRightClass() {
        assertThat(THREE.rank(0)).isZero();
        assertThat(THREE.rank(1)).isEqualTo(1);
        assertThat(THREE.rank(2)).isEqualTo(2);
        assertThat(THREE.best(0)).isEqualTo(1);
        assertThat(THREE.best(2)).isZero();
    }

    @Test
    void countTheRightClassAmongTheBest() {
        assertThat(THREE.topAccuracy(1)).isEqualTo(1 / 3.0);
        assertThat(THREE.topAccuracy(2)).isEqualTo(2 / 3.0);
        assertThat(THREE.topAccuracy(3)).isEqualTo(1);
        assertThat(THREE.topAccuracy(Integer.MAX_VALUE)).isEqualTo(1);
    }

    /** Of equal scores the first class wins, 0 and -0 being equal, so that a constant score is as good as the first class. */
    @Test
    void breakTiesByClassOrder() {
        LabelledScores equal = LabelledScores.of(new double[][] {{0.0, -0.0}, {-0.0, 0.0}}, new int[] {0, 1});
        assertThat(equal.best(0)).isZero();
        assertThat(equal.best(1)).isZero();
        assertThat(equal.rank(0)).isZero();
        assertThat(equal.rank(1)).isEqualTo(1);
        assertThat(equal.topAccuracy(1)).isEqualTo(0.5);
    }

    @Test
    void doNotChangeWithTheCallersArrays() {
        double[][] scores = {{1, 2}};
        int[] labels = {0};
        LabelledScores copied = LabelledScores.of(scores, labels);
        scores[0][0] = 9;
        labels[0] = 1;
        assertThat(copied.score(0, 0)).isEqualTo(1);
        assertThat(copied.label(0)).isZero();
    }

    @Test
    void refuseNoRowsAndOtherShapes() {
        assertRefused(new double[0][], new int[0], "0 rows of scores and 0 labels; as many are needed, at least one");
        assertRefused(new double[][] {{1}}, new int[] {0, 0}, "1 rows of scores and 2 labels");
        assertRefused(new double[][] {{1, 2}, {1}}, new int[] {0, 0}, "Row 1 has 1 scores, the first row 2");
        assertRefused(new double[][] {{}}, new int[] {0}, "Label 0 is 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE})
    void refuseLabelsThatAreNoClass(int label) {
        assertRefused(
                new double[][] {{1, 2}, {1, 2}},
                new int[] {0, label},
                "Label 1 is " + label + "; the classes are 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refuseScoresThatAreNotFinite(double score) {
        assertRefused(new double[][] {{1, score}}, new int[] {0}, "Row 0 has the score " + score);
    }

    private static void assertRefused(double[][] scores, int[] labels, String message) {
        assertThatThrownBy(() -> LabelledScores.of(scores, labels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refuseToCountNoClass(int k) {
        assertThatThrownBy(() -> THREE.topAccuracy(k))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("k must be at least 1, not " + k);
    }
}

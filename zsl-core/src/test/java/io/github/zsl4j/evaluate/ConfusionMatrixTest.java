package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionMatrixTest {

    /** Three examples of class 0, of which two are right; one of class 1, wrong; none of class 2. */
    private static final ConfusionMatrix FOUR = ConfusionMatrix.of(new int[] {0, 0, 0, 1}, new int[] {0, 2, 0, 0}, 3);

    @Test
    void countsExamplesByRightAndGivenClass() {
        assertThat(FOUR.classes()).isEqualTo(3);
        assertThat(FOUR.count(0, 0)).isEqualTo(2);
        assertThat(FOUR.count(0, 2)).isEqualTo(1);
        assertThat(FOUR.count(1, 0)).isEqualTo(1);
        assertThat(FOUR.count(2, 0)).isZero();
        assertThat(FOUR.examples(0)).isEqualTo(3);
    }

    @Test
    void weighsExamplesOrClassesAlike() {
        assertThat(FOUR.accuracy()).isEqualTo(0.5);
        assertThat(FOUR.accuracy(0)).isEqualTo(2 / 3.0);
        assertThat(FOUR.meanPerClassAccuracy()).isEqualTo((2 / 3.0 + 0) / 2);
        assertThat(FOUR.meanPerClassAccuracy(c -> c == 1)).isZero();
    }

    @Test
    void hasNoAccuracyWithoutExamples() {
        assertThatThrownBy(() -> FOUR.accuracy(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Class 2 has no example");
        assertThatThrownBy(() -> FOUR.meanPerClassAccuracy(c -> c == 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("None of the chosen classes has an example");
    }

    @Test
    void refusesNoExamplesAndMismatchedLengths() {
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[0], new int[0], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 labels and 0 predictions");
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[2], new int[1], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 labels and 1 predictions");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void refusesIndicesThatAreNoClass(int index) {
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {index}, new int[] {0}, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no class " + index + "; the classes are 0 to 2");
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {0}, new int[] {index}, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsTheHarmonicMeanOfSeenAndUnseen() {
        SeenUnseenAccuracy accuracy = SeenUnseenAccuracy.of(FOUR, c -> c == 0);
        assertThat(accuracy).isEqualTo(new SeenUnseenAccuracy(2 / 3.0, 0));
        assertThat(accuracy.harmonicMean()).isZero();
        assertThat(new SeenUnseenAccuracy(0, 0).harmonicMean()).isZero();
        assertThat(new SeenUnseenAccuracy(0.5, 0.5).harmonicMean()).isEqualTo(0.5);
        assertThat(new SeenUnseenAccuracy(0.75, 0.25).harmonicMean()).isEqualTo(0.375);
        assertThatThrownBy(() -> SeenUnseenAccuracy.of(FOUR, c -> c < 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-0.1,0.5", "0.5,1.1", "NaN,0.5", "0.5,NaN", "Infinity,0"})
    void refusesAccuraciesThatAreNone(double seen, double unseen) {
        assertThatThrownBy(() -> new SeenUnseenAccuracy(seen, unseen))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[0, 1]");
    }
}

package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeenUnseenCurveTest {

    private static final IntPredicate FIRST_TWO = c -> c < 2;

    /** Classes 0 and 1 are seen, 2 is not; margins are 0.5 (right), 0.1 (right), 0.3 (unseen, right), -0.2 (unseen, right). */
    private static final LabelledScores SCORES = LabelledScores.of(
            new double[][] {{0.9, 0.1, 0.4}, {0.2, 0.5, 0.4}, {0.6, 0.1, 0.3}, {0.1, 0.2, 0.4}},
            new int[] {0, 1, 2, 2});

    @Test
    void goesFromAllSeenToNone() {
        SeenUnseenCurve curve = SeenUnseenCurve.of(SCORES, FIRST_TWO);
        assertThat(curve.points().get(0).accuracy()).isEqualTo(new SeenUnseenAccuracy(1, 0));
        assertThat(curve.points().get(curve.points().size() - 1))
                .isEqualTo(new SeenUnseenCurve.Point(Double.POSITIVE_INFINITY, new SeenUnseenAccuracy(0, 1)));
    }

    @Test
    void readsTheAccuraciesOfAConstant() {
        SeenUnseenCurve curve = SeenUnseenCurve.of(SCORES, FIRST_TWO);
        assertThat(curve.at(0)).isEqualTo(new SeenUnseenAccuracy(1, 0.5));
        assertThat(curve.at(0.2)).isEqualTo(new SeenUnseenAccuracy(0.5, 0.5));
        assertThat(curve.at(0.4)).isEqualTo(new SeenUnseenAccuracy(0.5, 1));
        assertThat(curve.at(-9)).isEqualTo(new SeenUnseenAccuracy(1, 0));
        assertThat(curve.at(9)).isEqualTo(new SeenUnseenAccuracy(0, 1));
    }

    /** Trapezoids by hand: from u = 0 to 0.5 at s = 1, from 0.5 to 1 at s = 0.5. */
    @Test
    void sumsTheArea() {
        assertThat(SeenUnseenCurve.of(SCORES, FIRST_TWO).area()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void findsTheBestHarmonicMean() {
        SeenUnseenCurve.Point best = SeenUnseenCurve.of(SCORES, FIRST_TWO).best();
        assertThat(best.accuracy()).isEqualTo(new SeenUnseenAccuracy(1, 0.5));
        assertThat(best.constant()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void takesAnyGate() {
        SeenUnseenCurve perfect = SeenUnseenCurve.of(SCORES, FIRST_TWO, new double[] {1, 1, 0, 0});
        assertThat(perfect.best().accuracy()).isEqualTo(new SeenUnseenAccuracy(1, 1));
        assertThat(perfect.area()).isEqualTo(1);
    }

    @Test
    void refusesWhatHasOneSideOnly() {
        assertThatThrownBy(() -> SeenUnseenCurve.of(SCORES, c -> true)).hasMessageContaining("one side has none");
        LabelledScores seenOnly = LabelledScores.of(new double[][] {{1, 0, 0}}, new int[] {0});
        assertThatThrownBy(() -> SeenUnseenCurve.of(seenOnly, FIRST_TWO)).hasMessageContaining("one side has none");
    }

    @Test
    void refusesWrongGates() {
        assertThatThrownBy(() -> SeenUnseenCurve.of(SCORES, FIRST_TWO, new double[3]))
                .hasMessageContaining("3 numbers for 4 examples");
        assertThatThrownBy(() -> SeenUnseenCurve.of(SCORES, FIRST_TWO, new double[] {1, 2, Double.NaN, 0}))
                .hasMessageContaining("NaN");
    }

    /** The slow way: subtract the constant, then count. */
    @Property(tries = 200)
    void agreesWithSubtracting(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 6 + random.nextInt(20);
        double[][] scores = new double[n][5];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i < 5 ? i : random.nextInt(5);
            for (int c = 0; c < 5; c++) {
                scores[i][c] = random.nextInt(8) / 8.0; // ties are common
            }
        }
        SeenUnseenCurve curve = SeenUnseenCurve.of(LabelledScores.of(scores, labels), c -> c < 3);
        double constant = (random.nextInt(17) - 8) / 8.0 - 1.0 / 32; // between ties, which have no one answer
        for (double[] row : scores) {
            for (int c = 0; c < 3; c++) {
                row[c] -= constant;
            }
        }
        ConfusionMatrix slow = ConfusionMatrix.of(LabelledScores.of(scores, labels));
        SeenUnseenAccuracy expected = SeenUnseenAccuracy.of(slow, c -> c < 3);
        assertThat(curve.at(constant).seen()).isCloseTo(expected.seen(), within(1e-9));
        assertThat(curve.at(constant).unseen()).isCloseTo(expected.unseen(), within(1e-9));
    }
}

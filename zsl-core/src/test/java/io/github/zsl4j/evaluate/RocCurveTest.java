package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RocCurveTest {

    /** By hand: of the 2 x 3 pairs, (3, 1), (3, 2), (2, 1) are in order, (3, 3) and (2, 2) tie, (2, 3) is not. */
    @Test
    void areaIsTheShareOfPairsInOrder() {
        RocCurve curve = RocCurve.of(new double[] {3, 2}, new double[] {1, 2, 3});
        assertThat(curve.area()).isEqualTo((3 + 2 * 0.5) / 6);
    }

    @Test
    void perfectAndUselessScores() {
        assertThat(RocCurve.of(new double[] {2, 3}, new double[] {0, 1}).area()).isEqualTo(1);
        assertThat(RocCurve.of(new double[] {0, 1}, new double[] {2, 3}).area()).isZero();
        assertThat(RocCurve.of(new double[] {5, 5}, new double[] {5}).area()).isEqualTo(0.5);
        assertThat(RocCurve.of(new double[] {-0.0}, new double[] {0.0}).area()).isEqualTo(0.5);
        assertThat(RocCurve.of(new double[] {0.0}, new double[] {-0.0}).area()).isEqualTo(0.5);
    }

    @Test
    void falsePositivesAreThoseAtTheThresholdOrAbove() {
        RocCurve curve = RocCurve.of(new double[] {4, 3, 2, 1}, new double[] {0, 2, 2.5, 9});
        assertThat(curve.falsePositiveRateAt(0.25)).isEqualTo(0.25);
        assertThat(curve.falsePositiveRateAt(0.75)).isEqualTo(0.75);
        assertThat(curve.falsePositiveRateAt(0.76)).isEqualTo(0.75);
        assertThat(RocCurve.of(new double[] {1}, new double[] {0}).falsePositiveRateAt(1))
                .isZero();
    }

    /** The definition as it stands, pair by pair. */
    private static double pairs(List<Integer> positives, List<Integer> negatives) {
        double sum = 0;
        for (int p : positives) {
            for (int n : negatives) {
                sum += p > n ? 1 : p == n ? 0.5 : 0;
            }
        }
        return sum / positives.size() / negatives.size();
    }

    private static double[] doubles(List<Integer> values) {
        return values.stream().mapToDouble(x -> x).toArray();
    }

    @Property
    void areaFollowsItsDefinition(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 9) Integer> positives,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 9) Integer> negatives) {
        double area = RocCurve.of(doubles(positives), doubles(negatives)).area();
        assertThat(area).isCloseTo(pairs(positives, negatives), within(1e-15)); // two roundings of a number up to 1
        assertThat(RocCurve.of(doubles(negatives), doubles(positives)).area()).isCloseTo(1 - area, within(1e-15));
    }

    @Test
    void refusesAnEmptySideAndScoresThatAreNotFinite() {
        assertThatThrownBy(() -> RocCurve.of(new double[0], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A ROC curve needs positives and negatives, not 0 and 2");
        assertThatThrownBy(() -> RocCurve.of(new double[2], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RocCurve.of(new double[] {Double.NaN}, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
        RocCurve curve = RocCurve.of(new double[] {1}, new double[] {0});
        assertThatThrownBy(() -> curve.falsePositiveRateAt(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotChangeWithTheCallersArrays() {
        double[] positives = {5};
        RocCurve curve = RocCurve.of(positives, new double[] {1});
        positives[0] = 0;
        assertThat(curve.area()).isEqualTo(1);
    }
}

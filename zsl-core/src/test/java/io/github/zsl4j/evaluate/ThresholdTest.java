package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

    private static final double[] FOUR = {3, 1, 2, 4};

    private static double share(double[] values, double threshold) {
        return Arrays.stream(values).filter(x -> x >= threshold).count() / (double) values.length;
    }

    @Test
    void passedByAtLeastIsTheHighestValueThatDoes() {
        assertThat(Threshold.passedByAtLeast(0.5, FOUR)).isEqualTo(3);
        assertThat(Threshold.passedByAtLeast(0.51, FOUR)).isEqualTo(2);
        assertThat(Threshold.passedByAtLeast(1, FOUR)).isEqualTo(1);
        assertThat(Threshold.passedByAtLeast(1e-9, FOUR)).isEqualTo(4);
    }

    @Test
    void passedByAtMostIsJustAboveTheValueThatMustFail() {
        assertThat(Threshold.passedByAtMost(0.5, FOUR)).isEqualTo(Math.nextUp(2.0));
        assertThat(Threshold.passedByAtMost(0.49, FOUR)).isEqualTo(Math.nextUp(3.0));
        assertThat(Threshold.passedByAtMost(0, FOUR)).isEqualTo(Math.nextUp(4.0));
        assertThat(Threshold.passedByAtMost(1, FOUR)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** Equal values pass together or fail together, on whichever side keeps the promise. */
    @Test
    void tiesAreTreatedConservatively() {
        double[] ties = {1, 2, 2, 2, 3};
        assertThat(share(ties, Threshold.passedByAtLeast(0.4, ties))).isEqualTo(0.8);
        assertThat(share(ties, Threshold.passedByAtMost(0.6, ties))).isEqualTo(0.2);
        double[] zeros = {0.0, -0.0};
        assertThat(share(zeros, Threshold.passedByAtMost(0.5, zeros))).isZero();
        assertThat(share(zeros, Threshold.passedByAtLeast(0.5, zeros))).isEqualTo(1);
    }

    /** k / n is met by k of n exactly, however share times n is rounded: 0.07 * 100 is above 7 in doubles. */
    @Property(tries = 5000)
    void takesFractionsOfTheSampleExactly(
            @ForAll @IntRange(min = 1, max = 3000) int n, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        int k = Math.max(1, (int) (part * n));
        double[] values = new double[n];
        Arrays.setAll(values, i -> i);
        double share = (double) k / n;
        assertThat(Threshold.passedByAtLeast(share, values)).isEqualTo(n - k);
        double atMost = Threshold.passedByAtMost(share, values);
        assertThat(atMost).isEqualTo(k == n ? Double.NEGATIVE_INFINITY : Math.nextUp((double) n - 1 - k));
    }

    @Property
    void keepsItsPromiseForAnyValues(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -4, max = 4) Integer> drawn,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        double[] values = drawn.stream().mapToDouble(x -> x).toArray();
        double low = Threshold.passedByAtLeast(share, values);
        assertThat(share(values, low)).isGreaterThanOrEqualTo(share);
        assertThat(share(values, Math.nextUp(low))).isLessThan(share);
        double high = Threshold.passedByAtMost(share, values);
        assertThat(share(values, high)).isLessThanOrEqualTo(share);
        if (Double.isFinite(high)) {
            assertThat(share(values, Math.nextDown(high))).isGreaterThan(share);
        }
    }

    @Test
    void leavesItsValuesUnchanged() {
        double[] values = {3, 1, 2};
        Threshold.passedByAtLeast(0.5, values);
        Threshold.passedByAtMost(0.5, values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesSharesOutOfRange(double share) {
        assertThatThrownBy(() -> Threshold.passedByAtLeast(share, FOUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The share must be above 0 and at most 1, not " + share);
        assertThatThrownBy(() -> Threshold.passedByAtMost(share, FOUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The share must be in [0, 1], not " + share);
        assertThatThrownBy(() -> Threshold.passedByAtLeast(0, FOUR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesNoValuesAndValuesThatAreNotFinite() {
        assertThatThrownBy(() -> Threshold.passedByAtLeast(0.5, new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A threshold needs at least one value");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> Threshold.passedByAtMost(0.5, new double[] {1, bad}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Values must be finite; value 1 is " + bad);
        }
    }
}

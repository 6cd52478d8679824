package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FilterTableTest {

    private static final int ONE = 1 << FilterTable.PRECISION;

    @Property(tries = 300)
    void weighsEveryOutputSampleToOne(
            @ForAll Interpolation filter,
            @ForAll @IntRange(min = 1, max = 500) int input,
            @ForAll @IntRange(min = 1, max = 500) int output) {
        FilterTable table = FilterTable.of(filter, input, output, 0, output);
        for (int i = 0; i < output; i++) {
            int from = i * table.taps();
            int sum = Arrays.stream(table.weights(), from, from + table.taps()).sum();
            assertThat(sum).isCloseTo(ONE, within(table.taps()));
        }
    }

    @Property(tries = 300)
    void readsOnlySamplesThatThereAre(
            @ForAll Interpolation filter,
            @ForAll @IntRange(min = 1, max = 500) int input,
            @ForAll @IntRange(min = 1, max = 500) int output) {
        FilterTable table = FilterTable.of(filter, input, output, 0, output);
        for (int i = 0; i < output; i++) {
            assertThat(table.first()[i]).isNotNegative();
            assertThat(table.count()[i]).isBetween(1, table.taps());
            assertThat(table.first()[i] + table.count()[i]).isLessThanOrEqualTo(input);
        }
    }

    @Test
    void takesTheMeanOfTwoWhenABoxHalvesTheSize() {
        FilterTable table = FilterTable.of(Interpolation.BOX, 4, 2, 0, 2);

        assertThat(table.first()).containsExactly(0, 2);
        assertThat(table.count()).containsExactly(2, 2);
        assertThat(Arrays.copyOf(table.weights(), 2)).containsExactly(ONE / 2, ONE / 2);
    }

    @Test
    void isOnlyTheWantedPartOfTheWholeTable() {
        FilterTable whole = FilterTable.of(Interpolation.LANCZOS, 100, 37, 0, 37);
        FilterTable part = FilterTable.of(Interpolation.LANCZOS, 100, 37, 11, 5);

        assertThat(part.first()).isEqualTo(Arrays.copyOfRange(whole.first(), 11, 16));
        assertThat(part.weights()).isEqualTo(Arrays.copyOfRange(whole.weights(), 11 * whole.taps(), 16 * whole.taps()));
    }

    @Test
    void knowsWhenNothingChanges() {
        assertThat(FilterTable.of(Interpolation.BICUBIC, 9, 9, 2, 4).isIdentity())
                .isTrue();
        assertThat(FilterTable.of(Interpolation.BICUBIC, 9, 8, 2, 4).isIdentity())
                .isFalse();
        assertThat(FilterTable.of(Interpolation.NEAREST, 8, 16, 0, 16).isIdentity())
                .isFalse();
    }

    @Test
    void picksTheNearestSample() {
        assertThat(FilterTable.of(Interpolation.NEAREST, 3, 6, 0, 6).first()).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(FilterTable.of(Interpolation.NEAREST, 6, 3, 0, 3).first()).containsExactly(1, 3, 5);
    }
}

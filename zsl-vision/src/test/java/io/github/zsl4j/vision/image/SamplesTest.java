package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 255", "0, 255, 0", "0, 128, 127", "100, 128, 177", "255, 7, 255", "200, 1, 255"})
    void compositesOnWhiteRoundedAsPillowDoes(int value, int alpha, int expected) {
        assertThat(Samples.onWhite(value, alpha)).isEqualTo(expected);
    }

    @Test
    void compositesWithinHalfALevelOfTheExactValue() {
        for (int value = 0; value < 256; value++) {
            for (int alpha = 0; alpha < 256; alpha++) {
                double exact = (value * alpha + 255.0 * (255 - alpha)) / 255;
                assertThat(Math.abs(Samples.onWhite(value, alpha) - exact)).isLessThanOrEqualTo(0.5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 255", "2, 2, 170", "7, 4, 119", "200, 8, 200", "31, 5, 255", "65535, 16, 255", "511, 16, 1"})
    void bringsSamplesToEightBits(int sample, int bits, int expected) {
        assertThat(Samples.to8(sample, bits)).isEqualTo(expected);
    }

    @Test
    void convertsInksByPillowsFormula() {
        byte[] rgb = new byte[6];

        new Samples(4, false, false, 8, 8, 8, 8).toRgb(new int[] {0, 255, 0, 0, 10, 20, 30, 155}, 2, rgb, 0);

        assertThat(rgb).containsExactly(255, 0, 255, 96, 92, 88);
    }

    @Test
    void repeatsGreyThreeTimes() {
        byte[] rgb = new byte[6];

        new Samples(1, true, false, 8, 8).toRgb(new int[] {50, 255, 50, 0}, 2, rgb, 0);

        assertThat(rgb).containsExactly(50, 50, 50, 255, 255, 255);
    }
}

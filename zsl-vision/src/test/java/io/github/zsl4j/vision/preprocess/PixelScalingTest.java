package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PixelScalingTest {

    private static final float[] MEAN = {0.48145466f, 0.4578275f, 0.40821073f};
    private static final float[] STD = {0.26862954f, 0.26130258f, 0.27577711f};

    @Test
    void followsTheFormulaInSinglePrecision() {
        PixelScaling scaling = PixelScaling.meanStd(MEAN, STD);
        for (int v = 0; v < 256; v++) {
            float[] found = apply(scaling, v);
            for (int c = 0; c < 3; c++) {
                assertThat(found[c]).isEqualTo((v / 255f - MEAN[c]) / STD[c]);
            }
        }
    }

    @Test
    void rescalesByAnyFactor() {
        PixelScaling halved = PixelScaling.rescaled(0.5).normalised(new float[] {0, 1, 2}, new float[] {1, 2, 4});

        assertThat(apply(halved, 100)).containsExactly(50, 24.5f, 12);
    }

    @Test
    void subtractsAndDivides() {
        assertThat(apply(PixelScaling.offset(127, 128), 255)).containsExactly(1, 1, 1);
        assertThat(apply(PixelScaling.offset(127, 128), 0)).containsOnly(-127 / 128f);
    }

    @Test
    void normalisesMoreThanOnce() {
        PixelScaling twice = PixelScaling.rescaled(1)
                .normalised(new float[] {1, 1, 1}, new float[] {2, 2, 2})
                .normalised(new float[3], new float[] {1, 2, 4});

        assertThat(apply(twice, 9)).containsExactly(4, 2, 1);
    }

    @Test
    void refusesValuesThatAreNotFinite() {
        assertThatThrownBy(() -> PixelScaling.rescaled(1e300)).hasMessageContaining("finite");
        assertThatThrownBy(() -> PixelScaling.rescaled(1).normalised(new float[] {Float.NaN, 0, 0}, STD))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> PixelScaling.rescaled(1).normalised(MEAN, new float[] {1, 1, Float.MIN_VALUE}))
                .hasMessageContaining("finite");
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThatThrownBy(() -> PixelScaling.meanStd(new float[2], STD)).hasMessageContaining("3 values");
        assertThatThrownBy(() -> PixelScaling.meanStd(MEAN, new float[3])).hasMessageContaining("above 0");
        assertThatThrownBy(() -> PixelScaling.offset(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PixelScaling.rescaled(Double.NaN)).hasMessageContaining("finite");
    }

    private static float[] apply(PixelScaling scaling, int value) {
        byte v = (byte) value;
        float[] result = new float[3];
        scaling.apply(new byte[] {v, v, v}, result, 0);
        return result;
    }
}

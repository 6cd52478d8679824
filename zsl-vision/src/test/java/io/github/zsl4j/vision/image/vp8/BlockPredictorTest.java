package io.github.zsl4j.vision.image.vp8;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockPredictorTest {

    private static final int SIZE = 8;

    private final Plane plane = new Plane(2 * SIZE, 2 * SIZE);
    private final BlockPredictor predictor = new BlockPredictor(plane, SIZE);
    private final int at = plane.at(SIZE, SIZE);

    BlockPredictorTest() {
        for (int i = 0; i < SIZE; i++) {
            plane.samples[at - plane.stride + i] = (byte) (10 * i);
            plane.samples[at - 1 + i * plane.stride] = (byte) (200 + i);
        }
        plane.samples[at - plane.stride - 1] = 100;
    }

    @ParameterizedTest
    @CsvSource({"true, true, 119", "true, false, 35", "false, true, 204", "false, false, 128"})
    void takesTheMeanOfTheNeighboursThereAre(boolean above, boolean left, int mean) {
        predictor.predict(Modes.DC, at, above, left);

        assertThat(sample(0, 0)).isEqualTo(mean);
        assertThat(sample(7, 7)).isEqualTo(mean);
    }

    @Test
    void continuesRowsAndColumns() {
        predictor.predict(Modes.VERTICAL, at, true, true);
        assertThat(sample(5, 7)).isEqualTo(50);
        predictor.predict(Modes.HORIZONTAL, at, true, true);
        assertThat(sample(7, 3)).isEqualTo(203);
    }

    @Test
    void continuesDifferencesAndClips() {
        predictor.predict(Modes.TRUE_MOTION, at, true, true);

        assertThat(sample(2, 3)).isEqualTo(203 + 20 - 100);
        assertThat(sample(7, 7)).isEqualTo(207 + 70 - 100);
        plane.samples[at - plane.stride - 1] = 0;
        predictor.predict(Modes.TRUE_MOTION, at, true, true);
        assertThat(sample(7, 7)).isEqualTo(255);
    }

    @Test
    void findsTheRfcsValuesBeyondTheEdges() {
        int corner = plane.at(0, 0);
        predictor.predict(Modes.VERTICAL, corner, false, false);
        assertThat(plane.samples[corner] & 0xff).isEqualTo(127);
        predictor.predict(Modes.HORIZONTAL, corner, false, false);
        assertThat(plane.samples[corner] & 0xff).isEqualTo(129);
    }

    @Test
    void continuesARowBeyondTheRightEdge() {
        plane.samples[plane.at(2 * SIZE - 1, 7)] = 77;
        plane.extend(7);

        for (int x = 2 * SIZE; x < 2 * SIZE + 4; x++) {
            assertThat(plane.samples[plane.at(x, 7)]).isEqualTo((byte) 77);
        }
        assertThat(plane.samples[plane.at(-1, 8)] & 0xff).isEqualTo(129);
    }

    private int sample(int x, int y) {
        return plane.samples[at + y * plane.stride + x] & 0xff;
    }
}

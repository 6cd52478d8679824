package io.github.zsl4j.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadoutTest {

    /** Two pictures of three tokens of two values. */
    private static final Tensor TOKENS = Tensor.of(new float[] {1, 2, 3, 4, 5, 9, 10, 20, 30, 40, 50, 90}, 2, 3, 2);

    @Test
    void takesVectorsAsTheyAre() {
        assertThat(Readout.whole("y", 2).vectors(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2), 2))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void averagesTheTokensThatCount() {
        assertThat(new Readout("y", 3, 0, 1).vectors(TOKENS, 2)).containsExactly(1, 2, 10, 20);
        assertThat(new Readout("y", 3, 0, 0).vectors(TOKENS, 2)).containsExactly(3, 5, 30, 50);
        assertThat(new Readout("y", 3, 1, 0).vectors(TOKENS, 2)).containsExactly(4, 6.5f, 40, 65);
    }

    @Test
    void averagesFeatureMapsOverTheirPlaces() {
        Tensor maps = Tensor.of(new float[] {1, 3, 5, 7, 2, 2, 2, 2}, 1, 2, 2, 2);
        assertThat(Readout.whole("y", 4).vectors(maps, 1)).containsExactly(4, 2);
        assertThat(Readout.whole("y", 4).vectors(Tensor.of(new float[] {6, 7}, 1, 2, 1, 1), 1))
                .containsExactly(6, 7);
    }

    @Test
    void leavesRowsOutThatNoOneAskedFor() {
        assertThat(Readout.whole("y", 2).vectors(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2), 1))
                .containsExactly(1, 2);
        assertThat(new Readout("y", 3, 0, 1).vectors(TOKENS, 1)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"2", "4"})
    void refusesAnotherRank(int rank) {
        assertThatThrownBy(() -> Readout.whole("y", rank).vectors(TOKENS, 2))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("'y'", "float[2, 3, 2]");
    }

    @Test
    void refusesIntegersTooFewRowsAndTooFewTokens() {
        assertThatThrownBy(() -> Readout.whole("y", 2).vectors(Tensor.of(new long[2], 1, 2), 1))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> new Readout("y", 3, 0, 1).vectors(TOKENS, 3)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> new Readout("y", 3, 3, 0).vectors(TOKENS, 2)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> Readout.whole("y", 2).vectors(Tensor.of(new float[0], 1, 0), 1))
                .isInstanceOf(ModelException.class);
    }
}

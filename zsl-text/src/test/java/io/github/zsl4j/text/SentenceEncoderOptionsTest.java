package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceEncoderOptionsTest {

    @Test
    void changesOneThingAtATime() {
        SentenceEncoderOptions options = SentenceEncoderOptions.defaults()
                .withOutput("x")
                .withMaxTokens(9)
                .withPooling(Pooling.CLS)
                .withUnitLength(false)
                .withBatching(Batching.defaults().withWorkers(3));
        assertThat(options).isEqualTo(new SentenceEncoderOptions("x", 9, Pooling.CLS, false, new Batching(16, 256, 3)));
    }

    @Test
    void needsRoomForOneToken() {
        assertThatThrownBy(() -> SentenceEncoderOptions.defaults().withMaxTokens(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }

    @Test
    void refusesNull() {
        SentenceEncoderOptions options = SentenceEncoderOptions.defaults();
        assertThatThrownBy(() -> options.withOutput(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> options.withPooling(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> options.withBatching(null)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,0,1", "1,1,0", "-1,1,1"})
    void refusesEmptyBatches(int texts, int tokens, int workers) {
        assertThatThrownBy(() -> new Batching(texts, tokens, workers)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.WeightVariant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncoderOptionsTest {

    @Test
    void changesOneThingAtATime() {
        TextEncoderOptions options = TextEncoderOptions.defaults()
                .withNetwork(NetworkOptions.defaults().withThreads(2))
                .withVariant(WeightVariant.FP16)
                .withMaxTokens(9)
                .withPooling(Pooling.CLS)
                .withBatching(Batching.defaults().withWorkers(3));
        assertThat(options)
                .isEqualTo(new TextEncoderOptions(
                        NetworkOptions.defaults().withThreads(2),
                        WeightVariant.FP16,
                        Optional.of(Pooling.CLS),
                        Optional.of(9),
                        new Batching(16, 256, 3)));
    }

    @Test
    void leavesToTheModelWhatIsNotAskedFor() {
        assertThat(TextEncoderOptions.defaults().pooling()).isEmpty();
        assertThat(TextEncoderOptions.defaults().maxTokens()).isEmpty();
    }

    @Test
    void needsRoomForOneToken() {
        assertThatThrownBy(() -> TextEncoderOptions.defaults().withMaxTokens(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }

    @Test
    void refusesNull() {
        TextEncoderOptions options = TextEncoderOptions.defaults();
        assertThatThrownBy(() -> options.withNetwork(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> options.withVariant(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> options.withPooling(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> options.withBatching(null)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,0,1", "1,1,0", "-1,1,1"})
    void refusesEmptyBatches(int texts, int tokens, int workers) {
        assertThatThrownBy(() -> new Batching(texts, tokens, workers)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.github.zsl4j.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageEncoderOptionsTest {

    @Test
    void leavesPoolingAndPreprocessingToTheModelByDefault() {
        assertThat(ImageEncoderOptions.defaults())
                .isEqualTo(new ImageEncoderOptions(
                        NetworkOptions.defaults(), WeightVariant.FULL, 8, Optional.empty(), Optional.empty()));
    }

    @Test
    void changesOneThingAtATime() {
        NetworkOptions network = NetworkOptions.defaults().withThreads(2);
        Preprocessing preprocessing = Preprocessing.clip(32);

        assertThat(ImageEncoderOptions.defaults()
                        .withNetwork(network)
                        .withVariant(WeightVariant.FP16)
                        .withBatch(2)
                        .withPooling(ImagePooling.MEAN)
                        .withPreprocessing(preprocessing))
                .isEqualTo(new ImageEncoderOptions(
                        network, WeightVariant.FP16, 2, Optional.of(ImagePooling.MEAN), Optional.of(preprocessing)));
    }

    @Test
    void refusesEmptyBatches() {
        assertThatThrownBy(() -> ImageEncoderOptions.defaults().withBatch(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }
}

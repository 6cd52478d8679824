package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture that a network with two towers is given beside texts. */
class JointNetworkTest {

    @TempDir
    Path folder;

    private Tensor picture(String config, long... shape) throws Exception {
        FakeNetwork network = new FakeNetwork("input_ids", "pixel_values") {
            @Override
            public Optional<long[]> shape(String name) {
                return Optional.of(shape).filter(s -> s.length > 0);
            }
        };
        new Spoilt(folder).write("config.json", config);
        Network text = JointNetwork.textSide(network, ModelFolder.of(folder));
        assertThat(text.inputs()).containsExactly("input_ids");
        text.run(Map.of("input_ids", Tensor.of(new long[1], 1, 1)));
        return network.calls.get(0).get("pixel_values");
    }

    @Test
    void isOneOfTheSizeThatTheNetworkReads() throws Exception {
        assertThat(picture("{}", -1, 3, 32, 48).shape()).containsExactly(1, 3, 32, 48);
        assertThat(picture("{}", 2, 3, 32, 32).shape()).containsExactly(2, 3, 32, 32);
    }

    @Test
    void isOfTheConfiguredSizeWhereTheNetworkTakesAny() throws Exception {
        String config = "{\"vision_config\":{\"image_size\":64}}";
        assertThat(picture(config, -1, -1, -1, -1).shape()).containsExactly(1, 3, 64, 64);
        assertThat(picture(config).shape()).containsExactly(1, 3, 64, 64);
        assertThat(picture("{}").shape()).containsExactly(1, 3, 224, 224);
    }

    @Test
    void isNotMadeInSizesThatMakeNoSense() {
        assertThatThrownBy(() -> picture("{\"vision_config\":{\"image_size\":100000}}"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("image_size");
    }

    @Test
    void isNotGivenToNetworksThatReadTextsAlone() {
        FakeNetwork text = new FakeNetwork("input_ids");
        assertThat(JointNetwork.textSide(text, ModelFolder.of(folder))).isSameAs(text);
    }
}

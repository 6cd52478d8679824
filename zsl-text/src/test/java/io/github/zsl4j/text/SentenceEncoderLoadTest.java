package io.github.zsl4j.text;

import static io.github.zsl4j.text.Encoders.PLANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.error.ModelException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What loading says of files that are missing or damaged. */
class SentenceEncoderLoadTest {

    @TempDir
    Path folder;

    private Path tokenizer;

    @BeforeEach
    void copyTokenizer() throws Exception {
        tokenizer = folder.resolve("tokenizer.json");
        try (InputStream in = getClass().getResourceAsStream("tiny-tokenizer.json")) {
            Files.copy(in, tokenizer);
        }
    }

    private void load(Path network) {
        SentenceEncoder.load(PLANE, network, tokenizer, SentenceEncoderOptions.defaults(), NetworkOptions.defaults())
                .close();
    }

    @Test
    void namesAMissingTokenizer() throws Exception {
        Files.delete(tokenizer);
        assertThatThrownBy(() -> load(folder.resolve("model.onnx")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(tokenizer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "{\"version\":\"1.0\",\"model\":{\"type\":\"Nothing\"}}", "[1,2"})
    void namesADamagedTokenizer(String content) throws Exception {
        Files.writeString(tokenizer, content);
        assertThatThrownBy(() -> load(folder.resolve("model.onnx")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(tokenizer.toString())
                .hasMessageContaining("not a tokenizer");
    }

    @Test
    void namesAMissingNetwork() {
        assertThatThrownBy(() -> load(folder.resolve("model.onnx")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("model.onnx");
    }

    @Test
    void namesADamagedNetwork() throws Exception {
        Path network = Files.writeString(folder.resolve("model.onnx"), "not a network");
        assertThatThrownBy(() -> load(network))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("model.onnx");
    }

    @Test
    void leavesTheProgramsOfflineSettingAsItWas() {
        String before = System.getProperty("ai.djl.offline");
        Encoders.tokenizer(8).close();
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo(before);
        System.setProperty("ai.djl.offline", "false");
        try {
            Encoders.tokenizer(8).close();
            assertThat(System.getProperty("ai.djl.offline")).isEqualTo("false");
        } finally {
            System.clearProperty("ai.djl.offline");
        }
    }

    @Test
    void replacesOnlyLoneSurrogates() {
        assertThat(TextTokenizer.wellFormed("a🐱猫\u0000")).isEqualTo("a🐱猫\u0000");
        assertThat(TextTokenizer.wellFormed("\udc31\ud83d\ud83d\udc31\ud83d")).isEqualTo("\ufffd\ufffd🐱\ufffd");
    }
}

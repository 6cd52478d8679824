package io.github.zsl4j.joint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each broken folder gets one line that names the file and the remedy. */
class JointErrorsTest {

    @TempDir
    Path folder;

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> JointFolder.load(ModelFolder.of(folder), JointFolder.Options.defaults())
                        .close())
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
    }

    private void copy(Predicate<String> wanted) {
        GoldenJoint.copy("tiny-clip", folder, wanted);
    }

    @Test
    void anEmptyFolder() {
        assertRefused("config.json", "missing", "empty");
    }

    @Test
    void aFolderThatIsNotThere() {
        assertThatThrownBy(() -> ModelFolder.of(folder.resolve("nowhere")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no such folder");
    }

    @Test
    void noNetworks() {
        copy(file -> file.endsWith(".json"));
        assertRefused("vision_model.onnx", "model.onnx", "export");
    }

    @Test
    void oneTowerOnly() {
        copy(file -> file.endsWith(".json") || file.equals("onnx/vision_model.onnx"));
        assertRefused("text_model.onnx");
    }

    @ParameterizedTest
    @CsvSource({"tokenizer.json", "preprocessor_config.json", "config.json"})
    void aMissingFile(String missing) {
        copy(file -> !file.equals(missing));
        assertRefused(missing);
    }

    @Test
    void aCorruptNetwork() throws IOException {
        copy(file -> true);
        Path network = folder.resolve("onnx/text_model.onnx");
        byte[] bytes = Files.readAllBytes(network);
        Files.write(network, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("text_model.onnx", "damaged");
    }

    @Test
    void theTextTowerOfAnotherModel() throws IOException {
        copy(file -> true);
        Files.copy(
                Golden.folder("tiny-openclip").resolve("onnx/text_model.onnx"),
                folder.resolve("onnx/text_model.onnx"),
                StandardCopyOption.REPLACE_EXISTING);
        assertRefused("32", "24", "towers of one model");
    }

    @Test
    void anUnknownModelType() throws IOException {
        copy(file -> true);
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"blip\"}");
        assertRefused("config.json", "model_type", "blip", "clip", "siglip");
    }

    @Test
    void aModelOfTextsAlone() throws IOException {
        GoldenJoint.copy("tiny-bert-mean", folder, file -> true);
        assertRefused("config.json", "bert", "TextEncoder");
    }

    @Test
    void aVariantThatIsNotThere() {
        copy(file -> true);
        assertThatThrownBy(() -> JointFolder.load(
                        ModelFolder.of(folder), JointFolder.Options.defaults().withVariant(WeightVariant.FP16)))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("vision_model_fp16.onnx", "variant");
    }

    @Test
    void aSigLipWhoseBiasIsNowhere() {
        GoldenJoint.copy(
                "tiny-siglip", folder, file -> file.endsWith(".json") || file.matches("onnx/(vision|text)_model.onnx"));
        assertRefused("logit scale and bias", "model.safetensors");
    }

    @Test
    void weightsThatAreDamaged() throws IOException {
        copy(file -> true);
        Files.write(folder.resolve("model.safetensors"), new byte[] {1, 2, 3});
        assertRefused("model.safetensors");
    }
}

package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.error.ModelException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSelectionTest {

    private static final FileSelection FULL = FileSelection.defaults();

    private static List<String> choose(FileSelection selection, String... files) {
        return selection.choose(FakeHub.MODEL, List.of(files));
    }

    private static FileSelection variant(String suffix) {
        return new FileSelection(NetworkOptions.ONNX_RUNTIME, new WeightVariant(suffix));
    }

    @Test
    void takesTheTowersRatherThanTheWhole() {
        assertThat(choose(FULL, "onnx/model.onnx", "onnx/text_model.onnx", "onnx/vision_model.onnx"))
                .containsExactly("onnx/vision_model.onnx", "onnx/text_model.onnx");
    }

    @Test
    void takesTheWholeWhereATowerIsMissing() {
        assertThat(choose(FULL, "onnx/model.onnx", "onnx/vision_model.onnx")).containsExactly("onnx/model.onnx");
        assertThat(choose(variant("fp16"), "model_fp16.onnx", "vision_model_fp16.onnx", "text_model.onnx"))
                .containsExactly("model_fp16.onnx");
    }

    @Test
    void takesTheFolderRatherThanTheRootAsTheLoaderDoes() {
        assertThat(choose(FULL, "model.onnx", "onnx/model.onnx")).containsExactly("onnx/model.onnx");
    }

    @ParameterizedTest
    @CsvSource({
        "'', onnx/model.onnx",
        "fp16, onnx/model_fp16.onnx",
        "quantized, onnx/model_quantized.onnx",
        "q4f16, onnx/model_q4f16.onnx",
        "int8, onnx/model_int8.onnx"
    })
    void takesOneVariant(String suffix, String expected) {
        assertThat(choose(
                        variant(suffix),
                        "onnx/model.onnx",
                        "onnx/model_fp16.onnx",
                        "onnx/model_quantized.onnx",
                        "onnx/model_q4f16.onnx",
                        "onnx/model_int8.onnx",
                        "onnx/model_O2.onnx"))
                .containsExactly(expected);
    }

    @Test
    void bringsADataFileBeforeTheNetworkThatNeedsIt() {
        assertThat(choose(
                        FULL,
                        "onnx/model.onnx",
                        "onnx/model.onnx_data",
                        "onnx/model.onnx_data_1",
                        "onnx/model_fp16.onnx_data",
                        "config.json"))
                .containsExactly("config.json", "onnx/model.onnx_data", "onnx/model.onnx_data_1", "onnx/model.onnx");
        assertThat(choose(FULL, "model.onnx", "model.onnx.data")).containsExactly("model.onnx.data", "model.onnx");
    }

    @Test
    void takesTheModulesOfASentenceEncoder() {
        assertThat(choose(
                        FULL,
                        "modules.json",
                        "1_Pooling/config.json",
                        "2_Dense/config.json",
                        "2_Dense/model.safetensors",
                        "2_Dense/pytorch_model.bin",
                        "sentence_bert_config.json",
                        "model.safetensors",
                        "onnx/model.onnx"))
                .containsExactly(
                        "1_Pooling/config.json",
                        "2_Dense/config.json",
                        "2_Dense/model.safetensors",
                        "modules.json",
                        "sentence_bert_config.json",
                        "onnx/model.onnx");
    }

    @Test
    void takesTheCardAndTheLicenceButNoPictureAndNoPickle() {
        assertThat(choose(
                        FULL,
                        "README.md",
                        "LICENSE",
                        "LICENCE.txt",
                        "NOTICE",
                        "cat.png",
                        "pytorch_model.bin",
                        "tf_model.h5",
                        "README.md/x",
                        "onnx/config.json",
                        "onnx/model.onnx"))
                .containsExactly("LICENCE.txt", "LICENSE", "NOTICE", "README.md", "onnx/model.onnx");
    }

    @Test
    void takesTorchScriptForPytorch() {
        FileSelection script = new FileSelection(NetworkOptions.PYTORCH, WeightVariant.FULL);
        assertThat(choose(script, "vision.pt", "text.pt", "onnx/model.onnx")).containsExactly("vision.pt", "text.pt");
        assertThat(choose(script, "model.pt", "onnx/model.onnx")).containsExactly("model.pt");
    }

    @Test
    void followsTheOptionsOfANetwork() {
        NetworkOptions network = NetworkOptions.defaults().withEngine(NetworkOptions.PYTORCH);
        assertThat(FileSelection.of(network, WeightVariant.FP16))
                .isEqualTo(new FileSelection(NetworkOptions.PYTORCH, WeightVariant.FP16));
    }

    @Test
    void saysWhatThereIsInstead() {
        assertThatThrownBy(() -> choose(variant("fp16"), "onnx/model.onnx", "config.json"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("owner/model", "model_fp16.onnx", "it has onnx/model.onnx:", "variant");
        assertThatThrownBy(() -> choose(FULL, "model.safetensors", "config.json"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("owner/model", "no network that this library runs", "ONNX export");
    }

    @Test
    void listsAFewOfManyFilesOnly() {
        String[] files =
                IntStream.range(0, 500).mapToObj(i -> "onnx/part" + i + ".onnx").toArray(String[]::new);
        assertThatThrownBy(() -> choose(FULL, files)).message().hasSizeLessThan(600);
    }
}

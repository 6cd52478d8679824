package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what the engine reads: one line that names the file and says what to do. */
class NetworkMisfitTest {

    private static final NetworkOptions ONNX = NetworkOptions.defaults();
    private static final NetworkOptions TORCH = ONNX.withEngine(NetworkOptions.PYTORCH);
    private static final String POINTER =
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2"
                    + "ca24d17e2393\nsize 598641023\n";

    @TempDir
    Path folder;

    private static void assertRefused(Path file, NetworkOptions options, String message) {
        assertThatThrownBy(() -> Network.load(file, options))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("null");
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {NetworkOptions.ONNX_RUNTIME, NetworkOptions.PYTORCH})
    void isSaidOfWhatNoEngineReads(String engine) throws Exception {
        NetworkOptions options = ONNX.withEngine(engine);
        assertRefused(write("m", ""), options, "the file is empty");
        assertRefused(write("m", POINTER), options, "this is a Git LFS pointer, the real file was not fetched; run");
        assertRefused(write("m", "\n<!DOCTYPE html><html>404"), options, "this is a web page or another text");
        assertRefused(write("m", "<?xml version='1.0'?>"), options, "this is a web page or another text");
        String weights = "\2\0\0\0\0\0\0\0{\"w\":{}}";
        assertRefused(write("m", weights), options, "these are weights without a network (safetensors)");
        assertRefused(folder, options, "this is a directory");
        assertRefused(folder.resolve("none"), options, "there is no readable model file");
    }

    @Test
    void namesTheOtherEngine() {
        assertRefused(
                Networks.file("sum_diff.pt"),
                ONNX,
                "this is an archive of PyTorch and no ONNX file; if it is TorchScript," + " choose the engine PyTorch");
        assertRefused(
                Networks.file("sum_diff.onnx"),
                TORCH,
                "this is an ONNX file and no TorchScript; choose the engine" + " OnnxRuntime");
    }

    @Test
    void tellsWeightsFromNetworks() {
        assertRefused(Networks.file("weights.pt"), TORCH, "this archive holds weights and no network; trace");
    }

    @Test
    void isSaidOfOtherBytesGivenToPyTorch() throws Exception {
        assertRefused(write("m", "no model at all"), TORCH, "this is no TorchScript file");
        assertRefused(write("m", "PK\3\4 and no archive"), TORCH, "the file is damaged or of another kind (");
        byte[] whole = Files.readAllBytes(Networks.file("sum_diff.pt"));
        for (int length = 4; length < whole.length; length += 100) {
            Path cut = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(whole, length));
            assertRefused(cut, TORCH, "the file is damaged or of another kind (");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "future.onnx, it was exported for a newer operator set than this engine knows",
        "lacking.onnx, the engine lacks one of its operators on this device; choose another variant",
        "unknown.onnx, the engine does not know one of its operators"
    })
    void saysWhatTheEngineLacks(String name, String message) {
        assertRefused(Networks.file(name), ONNX, message);
    }

    @Test
    void saysThatTheFormatIsTooNew() throws Exception {
        byte[] model = Files.readAllBytes(Networks.file("sum_diff.onnx"));
        model[1] = 120; // the version of the format
        assertRefused(Files.write(folder.resolve("new.onnx"), model), ONNX, "its format is newer than this engine");
    }

    @Test
    void saysThatTheWeightsFileIsMissing() throws Exception {
        Path alone = Files.copy(Networks.file("external.onnx"), folder.resolve("external.onnx"));
        assertRefused(alone, ONNX, "the file that holds its weights is missing or damaged");
        Files.write(folder.resolve("external.onnx_data"), new byte[10]);
        assertRefused(alone, ONNX, "the file that holds its weights is missing or damaged");
    }

    /** The control of the test before: with its weights beside it, the same file loads. */
    @Test
    void readsWeightsFromAFileBesideIt() {
        try (Network network = Networks.load("external.onnx")) {
            float[] y = network.run(Map.of("x", Tensor.of(new float[256], 1, 256)), "y")
                    .floats();
            assertThat(y).startsWith(0, 1, 2).endsWith(254, 255);
        }
    }
}

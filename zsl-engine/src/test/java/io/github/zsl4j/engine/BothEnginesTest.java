package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same networks, exported for both engines, give the same numbers. */
class BothEnginesTest {

    /** The engines order the additions of a product differently; the outputs are of the order of 1. */
    private static final double TOLERANCE = 1e-4;

    private static final int ROWS = 2;

    private static Network load(String folder, String file) {
        String engine = file.endsWith(".pt") ? NetworkOptions.PYTORCH : NetworkOptions.ONNX_RUNTIME;
        return Network.load(
                Golden.folder(folder).resolve(file), NetworkOptions.defaults().withEngine(engine));
    }

    /** Random values under the names that the ONNX file has, in its shapes; free lengths get a value that fits. */
    private static Map<String, Tensor> inputs(Network onnx, int size, int seed) {
        Random random = new Random(seed);
        Map<String, Tensor> inputs = new HashMap<>();
        for (String name : onnx.inputs()) {
            inputs.put(
                    name,
                    switch (name) {
                        case "pixel_values" -> picture(random, size);
                        case "attention_mask" -> ofLongs(size, i -> 1);
                        case "token_type_ids" -> ofLongs(size, i -> 0);
                        default -> ofLongs(size, i -> 1 + random.nextInt(90));
                    });
        }
        return inputs;
    }

    private static Tensor picture(Random random, int size) {
        float[] values = new float[ROWS * 3 * size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, ROWS, 3, size, size);
    }

    private static Tensor ofLongs(int length, IntToLongFunction value) {
        return Tensor.of(IntStream.range(0, ROWS * length).mapToLong(value).toArray(), ROWS, length);
    }

    /** That output of the ONNX file, which may have more, that has the shape of the single one of the TorchScript file. */
    private static float[] counterpart(Map<String, Tensor> outputs, Tensor single) {
        return outputs.values().stream()
                .filter(tensor -> Arrays.equals(tensor.shape(), single.shape()))
                .findFirst()
                .orElseThrow()
                .floats();
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within((float) TOLERANCE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-clip, onnx/vision_model.onnx, vision.pt, 32",
        "tiny-clip, onnx/text_model.onnx, text.pt, 16",
        "tiny-openclip, onnx/vision_model.onnx, vision.pt, 32",
        "tiny-openclip, onnx/text_model.onnx, text.pt, 77",
        "tiny-siglip, onnx/vision_model.onnx, vision.pt, 32",
        "tiny-siglip, onnx/text_model.onnx, text.pt, 64",
        "tiny-bert-cls, onnx/model.onnx, model.pt, 12",
        "tiny-bert-mean, onnx/model.onnx, model.pt, 12",
        "tiny-vit, onnx/model.onnx, model.pt, 32",
        "tiny-resnet, onnx/model.onnx, model.pt, 32"
    })
    void giveTheSame(String folder, String onnxFile, String torchFile, int size) {
        try (Network onnx = load(folder, onnxFile);
                Network torch = load(folder, torchFile)) {
            Map<String, Tensor> inputs = inputs(onnx, size, 1);
            Tensor single = torch.run(inputs, "0");
            assertClose(single.floats(), counterpart(onnx.run(inputs), single));
            // Negative control: another picture or text gives other numbers.
            float[] other = counterpart(onnx.run(inputs(onnx, size, 2)), single);
            assertThatThrownBy(() -> assertClose(single.floats(), other)).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"onnx/model.onnx", "model.pt"})
    void refuseWhatIsNotANumber(String file) {
        try (Network network = load("tiny-vit", file)) {
            float[] values = new float[3 * 32 * 32];
            Arrays.fill(values, Float.NaN);
            Map<String, Tensor> inputs = Map.of("pixel_values", Tensor.of(values, 1, 3, 32, 32));
            assertThatThrownBy(() -> network.run(inputs))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(file)
                    .hasMessageContaining("holds NaN")
                    .hasMessageContaining("ONEDNN_MAX_CPU_ISA");
        }
    }
}

package io.github.zsl4j.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.vision.preprocess.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs are written as name:shape, where 1x5x8 has five tokens of eight values. Pictures are 16 x 16. */
class ReadoutChoiceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "clip, image_embeds:1x4 last_hidden_state:1x5x8 pooler_output:1x8, image_embeds",
        "siglip, last_hidden_state:1x4x8 pooler_output:1x8, pooler_output",
        "clip, logits_per_image:1x1 text_embeds:1x4 image_embeds:1x4, image_embeds",
        "resnet, last_hidden_state:1x8x2x2 pooler_output:1x8x1x1, pooler_output",
        "resnet, last_hidden_state:1x8x2x2, last_hidden_state",
        "convnext, last_hidden_state:1x8x2x2 pooler_output:1x8, pooler_output",
        "none, features:1x8 logits:1x3, features",
        "none, anything:1x8, anything",
        "none, 0:1x8, 0",
        "none, 0:1x5x8 1:1x8, 1",
        "none, logits:1x3 hidden:1x8, hidden",
        "vit, pooler_output:1x8, pooler_output",
        "vit, last_hidden_state:1x5x8 pooler_output:1x8, last_hidden_state",
        "dinov2, 0:1x5x8, 0"
    })
    void takesWhatStandsForThePicture(String type, String outputs, String expected) {
        assertThat(choose(type, outputs, null).output()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "vit, last_hidden_state:1x5x8 pooler_output:1x8, OUTPUT, pooler_output",
        "clip, last_hidden_state:1x5x8 pooler_output:1x8, OUTPUT, pooler_output",
        "vit, logits:1x3, OUTPUT, logits",
        "clip, image_embeds:1x4 last_hidden_state:1x5x8, CLS, last_hidden_state",
        "none, 0:1x5x8 1:1x8, MEAN, 0"
    })
    void takesWhatIsAskedFor(String type, String outputs, ImagePooling pooling, String expected) {
        assertThat(choose(type, outputs, pooling).output()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "vit, 8, 1x5x8, 1",
        "deit, 8, 1x6x8, 2",
        "dinov2_with_registers, 8, 1x9x8, 5",
        "siglip, 8, 1x4x8, 0",
        "vit, 4, 1x17x8, 1"
    })
    void countsThePatchesFromTheEnd(String type, int patch, String shape, int first) {
        write("{\"model_type\":\"" + type + "\",\"patch_size\":" + patch + "}");

        assertThat(chosen("last_hidden_state:" + shape, ImagePooling.MEAN_PATCHES)
                        .first())
                .isEqualTo(first);
    }

    @Test
    void readsThePatchSizeOfTheImageTowerAndOfUnequalSides() {
        write("{\"vision_config\":{\"patch_size\":8}}");
        assertThat(chosen("x:1x5x8", ImagePooling.MEAN_PATCHES).first()).isEqualTo(1);
        write("{\"patch_size\":[4,8]}");
        assertThat(chosen("x:1x9x8", ImagePooling.MEAN_PATCHES).first()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "clip, last_hidden_state:1x5x8 pooler_output:1x8, , image_embeds",
        "none, logits:1x1000, , without its classifier",
        "none, last_hidden_state:1x5x8, , choose a pooling",
        "none, a:1x8 b:1x8, , a",
        "resnet, features:1x8, CLS, tokens",
        "none, a:1x5x8 b:1x5x8, MEAN, tokens",
        "none, a:1x8 b:1x8, OUTPUT, one output",
        "none, last_hidden_state:1x5x8, MEAN_PATCHES, patch_size",
        "none, mask:8, , one output"
    })
    void saysWhatItFoundWhereNothingFits(String type, String outputs, ImagePooling pooling, String message) {
        assertThatThrownBy(() -> choose(type, outputs, pooling))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(message, outputs.split(":")[0], folder.toString());
    }

    @Test
    void findsNoClassTokenWhereEveryTokenIsAPatch() {
        write("{\"model_type\":\"siglip\",\"patch_size\":8}");
        assertThatThrownBy(() -> chosen("last_hidden_state:1x4x8", ImagePooling.CLS))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no class token");
        write("{\"model_type\":\"swin\",\"patch_size\":2}");
        assertThatThrownBy(() -> chosen("last_hidden_state:1x4x8", ImagePooling.MEAN_PATCHES))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("64 patches");
    }

    @Test
    void refusesAPatchSizeThatIsNone() {
        for (String size : new String[] {"0", "-4", "1.5", "\"x\"", "[]", "{}"}) {
            write("{\"patch_size\":" + size + "}");
            assertThatThrownBy(() -> chosen("last_hidden_state:1x5x8", ImagePooling.MEAN_PATCHES))
                    .as(size)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("patch_size");
        }
    }

    private Readout choose(String type, String outputs, ImagePooling pooling) {
        if (!type.equals("none")) {
            write("{\"model_type\":\"" + type + "\"}");
        }
        return chosen(outputs, pooling);
    }

    private Readout chosen(String outputs, ImagePooling pooling) {
        ModelFacts facts = new ModelFacts(ModelFolder.of(folder));
        return new ReadoutChoice(facts, tensors(outputs), Size.square(16)).choose(Optional.ofNullable(pooling));
    }

    private static Map<String, Tensor> tensors(String outputs) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String output : outputs.split(" ")) {
            long[] shape = Arrays.stream(output.split(":")[1].split("x"))
                    .mapToLong(Long::parseLong)
                    .toArray();
            int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
            tensors.put(output.split(":")[0], Tensor.of(new float[size], shape));
        }
        return tensors;
    }

    private void write(String config) {
        try {
            Files.writeString(folder.resolve("config.json"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

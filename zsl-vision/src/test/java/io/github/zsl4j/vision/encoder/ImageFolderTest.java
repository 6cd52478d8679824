package io.github.zsl4j.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a folder, how its vectors are called, and what is said of folders that are no image model. */
class ImageFolderTest {

    private static final ImageEncoderOptions DEFAULTS = ImageEncoderOptions.defaults();

    @Test
    void callsTheSpaceByFolderAndWeights() {
        try (ImageEncoder encoder = Family.of("tiny-vit").open(DEFAULTS)) {
            Path network = Golden.folder("tiny-vit").resolve("onnx/model.onnx");
            assertThat(encoder.space().name()).isEqualTo("tiny-vit");
            assertThat(encoder.space().dimension()).isEqualTo(48);
            assertThat(encoder.space().identity()).isEqualTo(WeightDigest.of(List.of(network)));
        }
    }

    @Test
    void doesNotTakeVectorsOfAnotherPoolingForItsOwn() {
        try (ImageEncoder cls = Family.of("tiny-vit").open(DEFAULTS);
                ImageEncoder mean = Family.of("tiny-vit").open(DEFAULTS.withPooling(ImagePooling.MEAN))) {
            assertThat(mean.space()).isNotEqualTo(cls.space());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vision_model.onnx",
                "onnx/visual.onnx",
                "visual/model.onnx",
                "image_encoder.onnx",
                "onnx/image_model.onnx",
                "model.onnx"
            })
    void findsTheNetworkUnderTheNamesThatExportersGive(String name) throws IOException {
        try (CopiedFolder copy = CopiedFolder.of(Golden.folder("tiny-vit"))) {
            Files.createDirectories(copy.path().resolve(name).getParent());
            Files.copy(
                    Golden.folder("tiny-vit").resolve("onnx/model.onnx"),
                    copy.path().resolve(name));
            try (ImageEncoder encoder = ImageEncoder.load(copy.folder(), DEFAULTS)) {
                assertThat(encoder.space().dimension()).isEqualTo(48);
            }
        }
    }

    @Test
    void findsTheVariantThatIsAskedFor() throws IOException {
        try (CopiedFolder copy = CopiedFolder.of(Golden.folder("tiny-vit"))) {
            Files.copy(
                    Golden.folder("tiny-vit").resolve("onnx/model.onnx"),
                    copy.path().resolve("model_fp16.onnx"));
            try (ImageEncoder encoder = ImageEncoder.load(copy.folder(), DEFAULTS.withVariant(WeightVariant.FP16))) {
                assertThat(encoder.space().dimension()).isEqualTo(48);
            }
            assertMisfit(copy.folder(), DEFAULTS, "vision_model.onnx", "model_fp16.onnx");
        }
    }

    @Test
    void saysWhatIsThereIfThereIsNoNetwork(@TempDir Path empty) {
        assertMisfit(ModelFolder.of(empty), DEFAULTS, "model.onnx", "empty");
        ImageEncoderOptions pytorch =
                DEFAULTS.withNetwork(NetworkOptions.defaults().withEngine(NetworkOptions.PYTORCH));
        assertMisfit(ModelFolder.of(Golden.folder("tiny-convnext")), pytorch, "model.pt", "onnx/model.onnx");
    }

    @Test
    void asksForAPreprocessingWhereNothingTellsIt() {
        try (CopiedFolder copy =
                CopiedFolder.of(Golden.folder("tiny-vit"), "onnx/model.onnx").delete("preprocessor_config.json")) {
            assertMisfit(copy.folder(), DEFAULTS, "preprocessor_config.json", "pass a Preprocessing");
            try (ImageEncoder encoder =
                    ImageEncoder.load(copy.folder(), DEFAULTS.withPreprocessing(Preprocessing.vit(32)))) {
                assertThat(encoder.preprocessing().length()).isEqualTo(3 * 32 * 32);
            }
        }
    }

    @Test
    void saysThatATextModelReadsNoPictures() {
        try (CopiedFolder copy = CopiedFolder.of(Golden.folder("tiny-bert-cls"), "onnx/model.onnx")) {
            assertMisfit(copy.folder(), DEFAULTS.withPreprocessing(Preprocessing.vit(32)), "input_ids", "text tower");
        }
    }

    @Test
    void saysThatTheConfigurationDoesNotFitTheNetwork() {
        try (CopiedFolder copy = CopiedFolder.of(Golden.folder("tiny-vit"), "onnx/model.onnx")
                .write("preprocessor_config.json", "{\"image_processor_type\":\"ViTImageProcessor\",\"size\":48}")) {
            assertMisfit(copy.folder(), DEFAULTS, "[-1, 3, 32, 32]", "[n, 3, 48, 48]");
        }
    }

    @Test
    void saysThatANetworkIsDamaged() throws IOException {
        try (CopiedFolder copy = CopiedFolder.of(Golden.folder("tiny-vit"), "onnx/model.onnx")) {
            Path network = copy.path().resolve("onnx/model.onnx");
            byte[] bytes = Files.readAllBytes(network);
            Files.write(network, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            assertMisfit(copy.folder(), DEFAULTS, "model.onnx");
        }
    }

    @Test
    void saysThatConfigJsonIsDamaged() {
        try (CopiedFolder copy = CopiedFolder.of(Golden.folder("tiny-vit"), "onnx/model.onnx")
                .write("config.json", "{\"model_type\":")) {
            assertMisfit(copy.folder(), DEFAULTS, "config.json");
        }
    }

    @Test
    void leavesTheNetworkToTheCallerIfItDoesNotFit(@TempDir Path folder) {
        FakeNetwork network = FakeNetwork.reading(-1, 3, 8, 8);
        ModelFolder model = ModelFolder.of(folder);

        assertThatThrownBy(
                        () -> ImageEncoder.of(network, model, "id", DEFAULTS.withPreprocessing(Preprocessing.vit(32))))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> ImageEncoder.of(network, model, "id", DEFAULTS))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.toString());
        assertThat(network.closed).isFalse();
    }

    @Test
    void refusesAnOutputThatIsNotThere() {
        Path network = Golden.folder("tiny-vit").resolve("onnx/model.onnx");
        try (ImageEncoder encoder = ImageEncoder.load(
                network,
                new ImageEncoder.Binding("pixel_values", "nothing"),
                io.github.zsl4j.embedding.EmbeddingSpace.of("x", 48),
                Preprocessing.vit(32),
                NetworkOptions.defaults())) {
            assertThatThrownBy(() -> encoder.encodeAll(Family.of("tiny-vit").decoded()))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("nothing");
        }
    }

    private static void assertMisfit(ModelFolder folder, ImageEncoderOptions options, String... message) {
        assertThatThrownBy(() -> ImageEncoder.load(folder, options))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(message)
                .hasMessageNotContaining("\n");
    }
}

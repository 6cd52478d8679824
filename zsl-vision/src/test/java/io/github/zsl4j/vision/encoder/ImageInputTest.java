package io.github.zsl4j.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import io.github.zsl4j.vision.preprocess.Size;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageInputTest {

    private static final Size SIZE = new Size(6, 4);

    @TempDir
    Path folder;

    @Test
    void takesTheOnlyInputWhateverItsName() {
        FakeNetwork network = new FakeNetwork(Map.of("x", new long[] {-1, 3, 4, 6}), Map.of());

        assertThat(ImageInput.of("m", network, SIZE)).isEqualTo(new ImageInput("x", 0));
    }

    @Test
    void takesTheUsualNameWhereTheEngineTellsNone() {
        assertThat(ImageInput.of("m", new FakeNetwork(Map.of(), Map.of()), SIZE))
                .isEqualTo(new ImageInput("pixel_values", 0));
    }

    @Test
    void takesANetworkWhoseShapeIsFreeOrUnknown() {
        assertThat(ImageInput.of("m", FakeNetwork.reading(-1, -1, -1, -1), SIZE).rows())
                .isZero();
        assertThat(ImageInput.of("m", FakeNetwork.reading(), SIZE).rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 3, 6, 4", "-1, 4, 6, 3", "-1, 1, 4, 6", "-1, 3, 4, 7", "2000, 3, 4, 6", "0, 3, 4, 6"})
    void refusesPicturesOfAnotherShape(long rows, long channels, long height, long width) {
        FakeNetwork network = FakeNetwork.reading(rows, channels, height, width);

        assertThatThrownBy(() -> ImageInput.of("model-x", network, SIZE))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("model-x", "[n, 3, 4, 6]", "[" + rows + ", " + channels);
    }

    @Test
    void refusesAnotherRank() {
        assertThatThrownBy(() -> ImageInput.of("m", FakeNetwork.reading(-1, 24), SIZE))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void saysThatATextTowerReadsNoPictures() {
        FakeNetwork text = new FakeNetwork(Map.of("input_ids", new long[0], "attention_mask", new long[0]), Map.of());

        assertThatThrownBy(() -> ImageInput.of("m", text, SIZE))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("input_ids", "text tower");
    }

    @Test
    void refusesInputsBesideThePixels() {
        FakeNetwork naflex = new FakeNetwork(
                Map.of("pixel_values", new long[0], "spatial_shapes", new long[0], "pixel_attention_mask", new long[0]),
                Map.of());

        assertThatThrownBy(() -> ImageInput.of("m", naflex, SIZE))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("spatial_shapes", "only input");
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void runsANetworkOfFixedRowsWithThatMany(int rows) {
        FakeNetwork network = FakeNetwork.reading(rows, 3, 32, 32);
        ImageEncoderOptions options =
                ImageEncoderOptions.defaults().withBatch(3).withPreprocessing(Preprocessing.vit(32));
        try (ImageEncoder encoder = ImageEncoder.of(network, ModelFolder.of(folder), "id", options)) {
            EmbeddingMatrix found = encoder.encodeAll(
                    IntStream.range(0, 7).mapToObj(ImageInputTest::grey).toList());

            assertThat(network.calls)
                    .allSatisfy(
                            call -> assertThat(call.get("pixel_values").shape()).containsExactly(rows, 3, 32, 32));
            for (int i = 0; i < 7; i++) {
                assertThat(found.row(i).toArray()).containsOnly((i * 30 / 255f - 0.5f) / 0.5f);
            }
        }
        assertThat(network.closed).isTrue();
    }

    private static RgbImage grey(int i) {
        byte level = (byte) (i * 30);
        return RgbImage.of(1, 1, new byte[] {level, level, level});
    }
}

package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.image.TestImages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every configuration gives, to the bit, the tensors that the library it belongs to gives; a changed one does not. */
class FolderGoldenTest {

    private static final Map<String, RgbImage> PICTURES = new HashMap<>();

    @TempDir
    Path folder;

    static Stream<Named<JsonObject>> cases() {
        return Golden.json("vision/preprocessing.json").getAsJsonObject().getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(c -> Named.of(c.get("name").getAsString(), c));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void preparesPicturesAsTheLibraryDoes(JsonObject example) throws IOException {
        Preprocessing preprocessing = roundedAsItsLibrary(read(example), example);

        assertThat(preprocessing.outputSize())
                .isEqualTo(new Size(
                        example.getAsJsonArray("shape").get(1).getAsInt(),
                        example.getAsJsonArray("shape").get(0).getAsInt()));
        assertThat(wrong(preprocessing, example)).isEmpty();
    }

    /** open_clip's crop is the one thing that is not done as the library does it: it is rounded as transformers does. */
    private static Preprocessing roundedAsItsLibrary(Preprocessing read, JsonObject example) {
        boolean openClip = example.getAsJsonObject("config").has("model_cfg");
        return !openClip || read.crop().isEmpty() ? read : rounded(read, CentreCrop.Rounding.TORCHVISION);
    }

    private static Preprocessing rounded(Preprocessing read, CentreCrop.Rounding rounding) {
        CentreCrop crop = read.crop().orElseThrow();
        return new Preprocessing(
                read.resize(),
                read.interpolation(),
                Optional.of(new CentreCrop(crop.size(), rounding, crop.margin())),
                read.scaling());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resample 3|resample|0",
                "resample 3|resample|2",
                "resample 5|resample|4",
                "defaults of CLIPImageProcessor|crop_size|{\"height\": 225, \"width\": 224}",
                "defaults of CLIPImageProcessor|size|{\"height\": 224, \"width\": 224}",
                "defaults of CLIPImageProcessor|size|225",
                "defaults of CLIPImageProcessor|image_mean|[0.485, 0.456, 0.406]",
                "defaults of ViTImageProcessor|image_std|0.499",
                "ConvNeXt below 384, 0.875|crop_pct|0.89",
                "EfficientNet, offset True, top True|include_top|false",
                "EfficientNet, offset True, top True|rescale_offset|false",
                "another factor|rescale_factor|0.0078"
            })
    void tellsAChangedConfigurationApart(String name, String key, String value) throws IOException {
        JsonObject example = example(name);
        example.getAsJsonObject("config").add(key, JsonParser.parseString(value));

        assertThat(wrong(read(example), example)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open_clip, shortest, 33, bicubic|preprocess_cfg|resize_mode|\"squash\"",
                "open_clip, longest, 33, bicubic|preprocess_cfg|resize_mode|\"shortest\"",
                "open_clip, grey margin|preprocess_cfg|fill_color|128",
                "timm, center, [3, 33, 33], 0.9|pretrained_cfg|crop_pct|0.875",
                "timm, border, [3, 33, 33], 0.9|pretrained_cfg|mean|[0.5, 0.456, 0.406]",
                "timm, squash, [3, 30, 45], 0.9|pretrained_cfg|input_size|[3, 45, 30]"
            })
    void tellsAChangedNestedConfigurationApart(String name, String object, String key, String value)
            throws IOException {
        JsonObject example = example(name);
        example.getAsJsonObject("config").getAsJsonObject(object).add(key, JsonParser.parseString(value));

        assertThat(wrong(read(example), example)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'timm, center, [3, 33, 33], 0.875', HUGGING_FACE", "'resample 3', TORCHVISION"})
    void tellsTheRoundingOfOneLibraryFromTheOthers(String name, CentreCrop.Rounding other) throws IOException {
        JsonObject example = example(name);
        Preprocessing rounded = rounded(read(example), other);

        assertThat(wrong(rounded, example)).isNotEmpty();
    }

    private static JsonObject example(String name) {
        return cases().filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getPayload()
                .deepCopy();
    }

    private Preprocessing read(JsonObject example) throws IOException {
        Files.writeString(
                folder.resolve(example.get("file").getAsString()),
                example.get("config").toString());
        return Preprocessing.of(ModelFolder.of(folder));
    }

    /** The pictures whose tensors are not the library's. */
    private static List<String> wrong(Preprocessing preprocessing, JsonObject example) {
        List<String> wrong = new ArrayList<>();
        example.getAsJsonObject("crc").asMap().forEach((picture, crc) -> {
            RgbImage pixels = PICTURES.computeIfAbsent(picture, id -> TestImages.golden("golden/rgb/" + id + ".png"));
            if (checksum(preprocessing.apply(pixels)) != crc.getAsLong()) {
                wrong.add(picture);
            }
        });
        return wrong;
    }

    private static long checksum(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}

package io.github.zsl4j.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever config.json says, a network with tokens and vectors is encoded with, or refused with a {@link ModelException}. */
class MutatedFolderTest {

    private static final RgbImage PICTURE = RgbImage.of(2, 1, new byte[6]);
    private static CopiedFolder folder;

    @BeforeContainer
    static void copy() {
        folder = CopiedFolder.of(Golden.folder("tiny-vit"));
    }

    @AfterContainer
    static void delete() {
        folder.close();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "null", "true", "{}", "[]", "[8,8]", "[8,null]", "\"\"", "\"x\"", "NaN", "1e300", "1e-300"),
                Arbitraries.of("\"vit\"", "\"clip\"", "\"siglip\"", "\"swin\"", "0", "-8", "8", "16", "4", "0.5"),
                Arbitraries.integers().map(String::valueOf));
    }

    @Property(tries = 800)
    void encodesOrRefuses(
            @ForAll("values") String type,
            @ForAll("values") String patch,
            @ForAll Optional<ImagePooling> pooling,
            @ForAll boolean tokens)
            throws IOException {
        JsonObject config = new JsonObject();
        config.add("model_type", JsonParser.parseString(type));
        config.add("patch_size", JsonParser.parseString(patch));
        Files.writeString(folder.path().resolve("config.json"), config.toString());
        ImageEncoderOptions options =
                pooling.map(ImageEncoderOptions.defaults()::withPooling).orElseGet(ImageEncoderOptions::defaults);
        try (ImageEncoder encoder = ImageEncoder.of(network(tokens), folder.folder(), "id", options)) {
            assertThat(encoder.encodeAll(List.of(PICTURE, PICTURE)).rows()).isEqualTo(2);
        } catch (ModelException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static FakeNetwork network(boolean tokens) {
        Map<String, long[]> outputs = tokens
                ? Map.of("last_hidden_state", new long[] {17, 2}, "pooler_output", new long[] {2})
                : Map.of("last_hidden_state", new long[] {2, 4, 4});
        return new FakeNetwork(Map.of("pixel_values", new long[] {-1, 3, 32, 32}), outputs);
    }
}

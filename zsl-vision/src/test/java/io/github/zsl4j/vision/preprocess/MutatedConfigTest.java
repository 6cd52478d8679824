package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.JsonMutations;
import io.github.zsl4j.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever stands in a configuration, it gives a preprocessing that works, or is refused with a {@link ModelException}. */
class MutatedConfigTest {

    private static final RgbImage PICTURE = RgbImage.of(3, 2, new byte[18]);

    /** Enough for a tensor of every size that a mutation can ask for without tiring the tests. */
    private static final int LARGE = 3 * 600 * 600;

    private static final List<JsonObject> CASES = new ArrayList<>();
    private static Path folder;

    @BeforeContainer
    static void prepare() throws IOException {
        Golden.json("vision/preprocessing.json")
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .forEach(c -> CASES.add(c.getAsJsonObject()));
        folder = Files.createTempDirectory("zsl4j-mutated");
    }

    @AfterContainer
    static void clean() throws IOException {
        CASES.clear();
        Files.delete(folder);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of("null", "true", "false", "{}", "[]", "[{}]", "[1]", "[1,2,3]", "\"\"", "\"bilinear\""),
                Arbitraries.of("0", "-1", "0.5", "NaN", "1e300", "-1e300", "1e-300", "2147483648", "4096", "4097"),
                Arbitraries.of("\"border\"", "\"longest\"", "\"ConvNextImageProcessor\"", "{\"shortest_edge\":9}"),
                Arbitraries.of("{\"height\":9,\"width\":7}", "{\"height\":null}", "[9,7]", "[[9]]", "[null]"),
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.doubles().between(-2, 2).map(String::valueOf),
                Arbitraries.strings().alpha().ofMaxLength(5).map(s -> "\"" + s + "\""));
    }

    @Property(tries = 3000)
    void worksOrIsRefused(
            @ForAll @IntRange(max = 10_000) int which,
            @ForAll @IntRange(max = 10_000) int place,
            @ForAll("values") String value)
            throws IOException {
        JsonObject example = CASES.get(which % CASES.size());
        Path file = folder.resolve(example.get("file").getAsString());
        Files.writeString(file, JsonMutations.mutated(example.get("config").toString(), place, value));
        try {
            check(Preprocessing.of(ModelFolder.of(folder)));
        } catch (ModelException e) {
            assertThat(e.getMessage()).isNotBlank().contains(folder.toString());
        } finally {
            Files.delete(file);
        }
    }

    private static void check(Preprocessing preprocessing) {
        if (preprocessing.length() <= LARGE) {
            assertThat(preprocessing.apply(PICTURE)).hasSize(preprocessing.length());
            for (float value : preprocessing.apply(PICTURE)) {
                assertThat(Float.isFinite(value)).isTrue();
            }
        }
    }
}

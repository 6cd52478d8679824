package io.github.zsl4j.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {

    private static final ConfigFile CONFIG = ConfigFile.parse("c.json", """
            {"model_type": "clip", "size": {"height": 224, "width": 225}, "mean": [0.5, 1, -2e-1], "eps": 1e-5,
             "resize": true, "none": null, "list": [1, "a"], "nulls": [1, null], "nested": [[1]], "big": 3000000000,
             "half": 2.5, "whole": 3.0, "huge": 1e400, "text_number": "7", "empty": [], "deep": {"er": {"est": 1}}}
            """);

    private static void assertWrong(Function<ConfigFile, ?> reading, String message) {
        assertThatThrownBy(() -> reading.apply(CONFIG))
                .isInstanceOf(ModelException.class)
                .hasMessage("c.json: " + message);
    }

    @Test
    void givesValuesByType() {
        assertThat(CONFIG.text("model_type")).contains("clip");
        assertThat(CONFIG.integer("size.height")).contains(224);
        assertThat(CONFIG.integer("whole")).contains(3);
        assertThat(CONFIG.number("eps")).contains(1e-5);
        assertThat(CONFIG.number("size.width")).contains(225.0);
        assertThat(CONFIG.flag("resize")).contains(true);
        assertThat(CONFIG.numbers("mean").orElseThrow()).containsExactly(0.5, 1.0, -0.2);
        assertThat(CONFIG.numbers("empty").orElseThrow()).isEmpty();
        assertThat(CONFIG.integer("deep.er.est")).contains(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "missing", "size.depth", "missing.height", "model_type.x", "mean.0", "none.x", "", "."})
    void takesNullForAbsent(String key) {
        assertThat(CONFIG.has(key)).isFalse();
        assertThat(CONFIG.isObject(key)).isFalse();
        assertThat(CONFIG.text(key)).isEmpty();
        assertThat(CONFIG.integer(key)).isEmpty();
        assertThat(CONFIG.number(key)).isEmpty();
        assertThat(CONFIG.flag(key)).isEmpty();
        assertThat(CONFIG.numbers(key)).isEmpty();
        assertThat(CONFIG.child(key)).isEmpty();
    }

    @Test
    void knowsWhatIsThere() {
        assertThat(CONFIG.has("model_type")).isTrue();
        assertThat(CONFIG.has("size.height")).isTrue();
        assertThat(CONFIG.isObject("size")).isTrue();
        assertThat(CONFIG.isObject("mean")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "mean", "eps", "resize"})
    void refusesOtherValuesAsText(String key) {
        assertThatThrownBy(() -> CONFIG.text(key))
                .isInstanceOf(ModelException.class)
                .hasMessageMatching("c\\.json: '" + key + "' is .+; a text is expected");
    }

    @ParameterizedTest
    @CsvSource({"half, 2.5", "big, 3000000000", "huge, 1e400", "text_number, '\"7\"'", "resize, true", "empty, []"})
    void refusesOtherValuesAsWholeNumber(String key, String found) {
        assertWrong(c -> c.integer(key), "'" + key + "' is " + found + "; a whole number is expected");
    }

    @ParameterizedTest
    @CsvSource({"huge, 1e400", "text_number, '\"7\"'", "resize, true", "empty, []"})
    void refusesOtherValuesAsNumber(String key, String found) {
        assertWrong(c -> c.number(key), "'" + key + "' is " + found + "; a number is expected");
    }

    @ParameterizedTest
    @CsvSource({"list, '[1,\"a\"]'", "nulls, '[1,null]'", "nested, [[1]]", "eps, 1e-5"})
    void refusesListsWithOtherValues(String key, String found) {
        assertWrong(c -> c.numbers(key), "'" + key + "' is " + found + "; a list of numbers is expected");
    }

    @Test
    void refusesOtherValuesAsFlagOrObject() {
        assertWrong(c -> c.flag("text_number"), "'text_number' is \"7\"; true or false is expected");
        assertWrong(c -> c.child("empty"), "'empty' is []; an object is expected");
    }

    @Test
    void givesObjectsAsConfigurations() {
        ConfigFile size = CONFIG.child("size").orElseThrow();
        assertThat(size.integer("height")).contains(224);
        assertThat(size.name()).isEqualTo("c.json");
        assertThatThrownBy(() -> size.text("height")).hasMessageStartingWith("c.json: 'height' is 224; ");
    }

    @Test
    void givesTheObjectsOfAList() {
        ConfigFile list = ConfigFile.parse("modules.json", "[{\"idx\": 0}, {\"idx\": 1}]");
        assertThat(list.items())
                .extracting(item -> item.integer("idx"))
                .containsExactly(Optional.of(0), Optional.of(1));
        assertThat(ConfigFile.parse("m", "[]").items()).isEmpty();
        for (String other : new String[] {"{}", "[1]", "[{}, null]", "[[]]"}) {
            assertThatThrownBy(() -> ConfigFile.parse("m", other).items())
                    .isInstanceOf(ModelException.class)
                    .hasMessage("m: a list of objects is expected");
        }
    }

    @Test
    void shortensWhatItFound() {
        ConfigFile config = ConfigFile.parse("c", "{\"a\": \"" + "x".repeat(5000) + "\"}");
        assertThat(config.wrong("a", "something else").getMessage())
                .hasSizeLessThan(120)
                .contains("…");
        assertThat(config.wrong("b", "something").getMessage()).isEqualTo("c: 'b' is missing; something is expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "true", "7", "\"a\"", "word", "{", "{\"a\": 1", "[1, 2", "{} {}", "<html>", "{]"
            })
    void refusesWhatIsNoConfiguration(String text) {
        assertThatThrownBy(() -> ConfigFile.parse("c.json", text))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("c.json: this is not a JSON file (")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> ConfigFile.parse("c", "[".repeat(100_000))).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> ConfigFile.parse("c", "{\"a\":".repeat(100_000)))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void knowsAPointerOfGitLfs() {
        assertThatThrownBy(
                        () -> ConfigFile.parse("c.json", "version https://git-lfs.github.com/spec/v1\noid sha256:00"))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("c.json: this is a Git LFS pointer, the real file was not fetched; ");
    }

    @Test
    void readsFilesInUtf8WithOrWithoutAMark(@TempDir Path folder) throws Exception {
        for (String mark : new String[] {"", "\ufeff"}) {
            Path file = Files.writeString(folder.resolve("c.json"), mark + "{\"naïve\": \"猫\"}");
            assertThat(ConfigFile.read(file).text("naïve")).contains("猫");
        }
        Path latin = Files.write(folder.resolve("l.json"), "{\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ConfigFile.read(latin))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(latin + ": the configuration file cannot be read (");
        assertThatThrownBy(() -> ConfigFile.read(folder)).isInstanceOf(ModelException.class);
    }
}

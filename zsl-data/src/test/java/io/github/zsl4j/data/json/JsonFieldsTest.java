package io.github.zsl4j.data.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    private static final JsonFields FIELDS = JsonFields.parse("c.json", """
            {"text": "é", "whole": 3, "half": 2.5, "big": 3000000000, "flag": true, "none": null, "list": [1, 2],
             "words": ["a"], "mixed": [1, "a", null], "object": {"x": 1}, "objects": [{"x": 1}, {"x": 2}]}
            """);

    private static void assertWrong(Consumer<JsonFields> reading, String message) {
        assertThatThrownBy(() -> reading.accept(FIELDS))
                .isInstanceOf(DataException.class)
                .hasMessage("c.json: " + message);
    }

    @Test
    void givesValuesByType() {
        assertThat(FIELDS.text("text")).isEqualTo("é");
        assertThat(FIELDS.integer("whole")).isEqualTo(3);
        assertThat(FIELDS.number("half")).isEqualTo(2.5);
        assertThat(FIELDS.flag("flag")).isTrue();
        assertThat(FIELDS.integers("list")).containsExactly(1, 2);
        assertThat(FIELDS.texts("words")).containsExactly("a");
        assertThat(FIELDS.child("object").integer("x")).isEqualTo(1);
        assertThat(FIELDS.children("objects")).extracting(o -> o.integer("x")).containsExactly(1, 2);
        assertThat(FIELDS.has("none") || FIELDS.has("other")).isFalse();
    }

    @Test
    void refusesValuesOfOtherTypes() {
        assertWrong(f -> f.text("whole"), "'whole' is 3; a text is expected");
        assertWrong(f -> f.text("none"), "'none' is missing; a text is expected");
        assertWrong(f -> f.text("other"), "'other' is missing; a text is expected");
        assertWrong(f -> f.integer("half"), "'half' is 2.5; a whole number is expected");
        assertWrong(f -> f.integer("big"), "'big' is 3000000000; a whole number is expected");
        assertWrong(f -> f.number("text"), "'text' is \"é\"; a number is expected");
        assertWrong(f -> f.flag("whole"), "'whole' is 3; true or false is expected");
        assertWrong(f -> f.integers("mixed"), "'mixed' is [1,\"a\",null]; a list of whole numbers is expected");
        assertWrong(f -> f.texts("mixed"), "'mixed' is [1,\"a\",null]; a list of texts is expected");
        assertWrong(f -> f.child("list"), "'list' is [1,2]; an object is expected");
        assertWrong(f -> f.children("list"), "'list' is [1,2]; a list of objects is expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{} {}", "{\"a\": NaN}", "{a: 1}", "{\"a\": 1", "{\"a\": 1,}", "<html>"})
    void refusesWhatIsNoObject(String text) {
        assertThatThrownBy(() -> JsonFields.parse("c.json", text))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("c.json: this is not a JSON file");
    }

    @Test
    void refusesDeepNestingAndMissingFiles(@TempDir Path folder) {
        assertThatThrownBy(() -> JsonFields.parse("c", "{\"a\":".repeat(100_000)))
                .isInstanceOf(DataException.class);
        Path file = folder.resolve("x.json");
        assertThatThrownBy(() -> JsonFields.read(file)).hasMessage(file + ": there is no such file");
        assertThatThrownBy(() -> JsonFields.read(folder)).isInstanceOf(DataException.class);
    }

    @Property(tries = 200)
    void readsWhatItWrote(@ForAll double number, @ForAll int whole, @ForAll String text, @ForAll boolean flag) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", number);
        map.put("whole", (long) whole);
        map.put("list", Arrays.asList(flag, "x", List.of()));
        map.put("text", text.replaceAll("\\p{Cs}", "?")); // half a character is none
        Map<String, Object> read = JsonFields.parse("x", JsonFields.write(map)).toMap();
        assertThat(read).isEqualTo(map);
        assertThat(List.copyOf(read.keySet())).isEqualTo(List.copyOf(map.keySet()));
    }
}

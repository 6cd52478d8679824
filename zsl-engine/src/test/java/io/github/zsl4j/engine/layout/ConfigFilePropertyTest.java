package io.github.zsl4j.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.zsl4j.error.ModelException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ConfigFilePropertyTest {

    private static ConfigFile with(String key, Object value) {
        JsonObject object = new JsonObject();
        if (value instanceof Number number) {
            object.addProperty(key, number);
        } else {
            object.addProperty(key, (String) value);
        }
        return ConfigFile.parse("c", object.toString());
    }

    @Property(tries = 200)
    void givesBackAnyText(@ForAll String text) {
        assertThat(with("key", text).text("key")).contains(text);
    }

    @Property(tries = 200)
    void givesBackAnyWholeNumber(@ForAll int number) {
        assertThat(with("key", number).integer("key")).contains(number);
        assertThat(with("key", number).number("key")).contains((double) number);
    }

    @Property(tries = 200)
    void refusesLongerWholeNumbers(@ForAll long number) {
        boolean fits = number == (int) number;
        try {
            assertThat(with("key", number).integer("key")).contains((int) number);
            assertThat(fits).isTrue();
        } catch (ModelException e) {
            assertThat(fits).isFalse();
        }
    }

    @Property(tries = 200)
    void givesBackAnyNumbers(@ForAll @Size(max = 10) List<@DoubleRange(min = -1e300, max = 1e300) Double> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        JsonObject object = new JsonObject();
        object.add("mean", array);
        assertThat(ConfigFile.parse("c", object.toString()).numbers("mean")).contains(numbers);
    }

    /** Any text gives a configuration or a ModelException of one line; so does any question to it. */
    @Property(tries = 1000)
    void survivesAnyText(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'{', '}', '[', ']', '"', ':', ',', 'a', '1', '-', '.', ' ', '\n', '\\'})
                    String text) {
        try {
            ConfigFile config = ConfigFile.parse("c", text);
            config.text("a");
            config.numbers("a.a");
        } catch (ModelException e) {
            assertThat(e.getMessage()).startsWith("c: ").doesNotContain("\n");
        }
    }
}

package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Property(tries = 300)
    void everyTextStaysOnOneLineAndComesBack(@ForAll String text) {
        String line = Json.line(json -> json.name("text").value(text));
        assertThat(line).endsWith("\n").doesNotContain("\r");
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        JsonObject object = JsonParser.parseString(line).getAsJsonObject();
        assertThat(object.get("text").getAsString()).isEqualTo(text);
    }

    @Test
    void aFailureNamesThePictureAndTheProblemInOneLine() {
        JsonObject failure = JsonParser.parseString(Json.failure("a\"b.jpg", "a: first\nsecond"))
                .getAsJsonObject();
        assertThat(failure.keySet()).containsExactly("image", "error");
        assertThat(failure.get("image").getAsString()).isEqualTo("a\"b.jpg");
        assertThat(failure.get("error").getAsString()).isEqualTo("a: first second");
    }

    @Test
    void floatsAreWrittenAsShortAsTheyCanBeReadBack() {
        assertThat(Json.line(json -> json.name("x").value(0.1f))).isEqualTo("{\"x\":0.1}\n");
    }
}

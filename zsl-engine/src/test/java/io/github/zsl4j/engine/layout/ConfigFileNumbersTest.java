package io.github.zsl4j.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileNumbersTest {

    @Test
    void takesANumberForAListOfOne() {
        assertThat(config("0.5").oneOrMore("x"))
                .hasValueSatisfying(v -> assertThat(v).containsExactly(0.5));
        assertThat(config("[1, 2.5]").oneOrMore("x"))
                .hasValueSatisfying(v -> assertThat(v).containsExactly(1.0, 2.5));
        assertThat(config("null").oneOrMore("x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "true", "{}", "[1, null]", "[1, \"2\"]", "[[1]]", "[NaN]", "1e999"})
    void refusesWhatIsNoNumber(String value) {
        assertThatThrownBy(() -> config(value).oneOrMore("x"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("file.json", "'x'", "a number or a list of numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[1, null]", "[1, \"2\"]", "[{}]"})
    void refusesListsThatAreNotOfNumbers(String value) {
        assertThatThrownBy(() -> config(value).numbers("x"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("a list of numbers");
    }

    private static ConfigFile config(String value) {
        return ConfigFile.parse("file.json", "{\"x\": " + value + "}");
    }
}

package io.github.zsl4j.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassDescriptionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void refusesABlankLabel(String label) {
        assertThatThrownBy(() -> ClassDescription.of(label))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A label must not be blank");
    }

    @Test
    void refusesABlankText() {
        assertThatThrownBy(() -> ClassDescription.of("cat", "a small feline", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A description of 'cat' is blank");
    }

    @Test
    void refusesNulls() {
        assertThatThrownBy(() -> ClassDescription.of(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new ClassDescription("cat", null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void keepsTheLabelAsItWasWritten() {
        assertThat(ClassDescription.of(" Cat_").label()).isEqualTo(" Cat_");
    }

    @Test
    void doesNotChangeWithTheCallersList() {
        List<String> texts = new ArrayList<>(List.of("a small feline"));
        ClassDescription cat = new ClassDescription("cat", texts);
        texts.set(0, "a dog");
        assertThat(cat).isEqualTo(ClassDescription.of("cat", "a small feline"));
        assertThatThrownBy(() -> cat.texts().add("more")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void describesLabelsInTheirOrder() {
        assertThat(ClassDescription.ofLabels("dog", "cat"))
                .containsExactly(ClassDescription.of("dog"), ClassDescription.of("cat"));
        assertThat(ClassDescription.of("dog").texts()).isEmpty();
    }

    @Test
    void refusesALabelTwice() {
        List<ClassDescription> twice =
                List.of(ClassDescription.of("cat"), ClassDescription.of("dog"), ClassDescription.of("cat", "x"));
        assertThatThrownBy(() -> ClassDescription.requireDistinct(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The label 'cat' is given twice");
        assertThatCode(() -> ClassDescription.requireDistinct(ClassDescription.ofLabels("cat", "Cat")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNoClass() {
        assertThatThrownBy(() -> ClassDescription.requireDistinct(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least one label is needed");
    }
}

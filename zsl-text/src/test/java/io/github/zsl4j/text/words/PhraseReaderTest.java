package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseReaderTest {

    private static final Set<String> KNOWN = Set.of(
            "cat",
            "Cat",
            "dog",
            "t-shirt",
            "shirt",
            "u.s.",
            "c++",
            "New_York",
            "new_york_city",
            "York",
            "city",
            "a_b_c_d_e",
            "a_b_c_d_e_f",
            "f",
            "red-eyed",
            "eyed_frog",
            ".",
            "-",
            "🐱",
            "naïve",
            "o'neill",
            "2",
            "1,000",
            "i̇x");

    private static Phrase read(String text) {
        return new PhraseReader(KNOWN::contains, List.of("_", "-")).read(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cat                | cat
            Cat                | Cat
            CAT                | cat
            cat,dog            | cat dog
            (cat)/dog!         | cat dog
            T-Shirt            | t-shirt
            v-shirt            | shirt
            U.S. C++           | u.s. c++
            New York           | New_York
            new york           | ''
            NEW YORK CITY      | new_york_city
            New York city      | new_york_city
            New_York           | New_York
            York New           | York
            the New-York cat   | New_York cat
            a b c d e f        | a_b_c_d_e f
            red eyed frog      | red-eyed
            Naïve O'Neill      | naïve o'neill
            2 . - 1,000        | 2 1,000
            🐱                 | 🐱
            🐱cat🐱             | ''
            """)
    void findsTheWords(String text, String words) {
        assertThat(String.join(" ", read(text).words())).isEqualTo(words);
    }

    @Test
    void tellsWhatItDoesNotKnowAsTheTextSpellsIt() {
        assertThat(read("Zorp cat half-Blarg, dog").outOfVocabulary()).containsExactly("Zorp", "half", "Blarg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n\u00a0\u3000", "!?", ". - .", "___", "\u0000", "\ud83d"})
    void findsNothingInNothing(String text) {
        assertThat(read(text).words()).isEmpty();
    }

    @Test
    void cutsAtEveryKindOfSpace() {
        assertThat(read("cat\u00a0dog\u3000cat\r\ndog\tcat").words())
                .containsExactly("cat", "dog", "cat", "dog", "cat");
    }

    @Test
    void readsALongTextInPassableTime() {
        assertThat(read("cat zorp ".repeat(20_000)).words()).hasSize(20_000);
    }
}

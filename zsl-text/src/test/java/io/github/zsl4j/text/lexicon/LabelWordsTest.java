package io.github.zsl4j.text.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LabelWordsTest {

    private static List<String> words(String label) {
        return LabelWords.of(label).words();
    }

    @Test
    void cutsAtWhiteSpaceAndSymbols() {
        assertThat(words("Hot_dog, (2) cats & 猫!")).containsExactly("hot", "dog", "2", "cats", "猫");
    }

    @Test
    void keepsHyphensApostrophesAndFullStopsInWords() {
        assertThat(words("T-shirt cat's U.S.")).containsExactly("t-shirt", "cat's", "u.s.");
    }

    @Test
    void cutsPartsAtHyphensToo() {
        assertThat(LabelWords.of("black-and-white - cat").parts()).containsExactly("black", "and", "white", "cat");
        assertThat(words("black-and-white - cat")).containsExactly("black-and-white", "-", "cat");
    }

    @Test
    void cutsAtCombiningMarksAsTheReferenceDoes() {
        assertThat(words("cafe\u0301")).containsExactly("cafe");
        assertThat(words("e\u0301clair")).containsExactly("e", "clair");
        assertThat(words("éclair")).containsExactly("éclair");
    }

    @Test
    void lowersCaseInTheSameWayEverywhere() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(words("TIGER")).containsExactly("tiger");
            assertThat(words("İstanbul")).containsExactly("i", "stanbul");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsNoWordsInSymbols() {
        assertThat(words("🐱 !?# \ud83d")).isEmpty();
        assertThat(LabelWords.of("- --").parts()).isEmpty();
    }
}

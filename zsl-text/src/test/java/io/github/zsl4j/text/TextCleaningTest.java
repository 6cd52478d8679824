package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Cleaning equals that of the Python originals. */
class TextCleaningTest {

    private static List<String> wrong(String kind, UnaryOperator<String> cleaning) {
        return TextGolden.familyJson().getAsJsonArray("cleaning").asList().stream()
                .map(e -> e.getAsJsonObject())
                .filter(e -> !cleaning.apply(text(e, "text")).equals(text(e, kind)))
                .map(e -> text(e, "text"))
                .toList();
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }

    @Test
    void canonicalisesAsSiglip() {
        assertThat(wrong("siglip", t -> TextCleaning.withoutPunctuation(TextCleaning.lower(t))))
                .isEmpty();
    }

    @Test
    void canonicalisesAsOpenClip() {
        assertThat(wrong("open_clip", TextCleaning::canonical)).isEmpty();
    }

    @Test
    void lowersAsTokenizersDo() {
        assertThat(wrong("lower", TextCleaning::lowerCharacters)).isEmpty();
    }

    @Test
    void lowersAndStripsAsPythonDoes() {
        assertThat(wrong("python_lower", t -> TextCleaning.lower(TextCleaning.strip(t))))
                .isEmpty();
    }

    @Test
    void wouldNoticeOneTakenForTheOther() {
        assertThat(wrong("siglip", TextCleaning::canonical)).containsExactly("snake_case and_more", "ΑΣ!Α");
        assertThat(wrong("lower", TextCleaning::lower)).contains("ΟΔΟΣ ΟΔΟΣ.");
        assertThat(wrong("siglip", TextCleaning::lowerCharacters)).hasSizeGreaterThan(5);
    }

    @Property(tries = 300)
    void cleansAnyString(@ForAll String text) {
        String clean = TextCleaning.canonical(text);
        assertThat(clean).doesNotContainPattern("[!-/:-@\\[-`{-~]|  |^ | $");
        assertThat(TextCleaning.canonical(clean)).isEqualTo(clean);
        assertThat(TextCleaning.strip(TextCleaning.strip(text))).isEqualTo(TextCleaning.strip(text));
    }
}

package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.explain.ClassReading;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingTextTest {

    private final ReadingText text = new ReadingText(new Look(Terminal.NONE));

    private static ClassReading.Sense sense(String part, int number) {
        String id = String.format("n%08d", number);
        return new ClassReading.Sense(part, id, List.of(part, "other"), "meaning " + number, 1.0 / number);
    }

    private static ClassReading reading(List<ClassReading.Sense> senses, int members) {
        return new ClassReading(
                "cup of tea", List.of("cup of tea"), senses, List.of(new ClassReading.Relative("mug", 0.5)), members);
    }

    private static List<ClassReading.Sense> senses(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> sense("cup", i)).toList();
    }

    @Test
    void aPlainReadingIsShortAndNeedsNoHint() {
        assertThat(text.of(List.of(reading(senses(1), 0))))
                .isEqualTo(String.join(
                        "\n",
                        "cup of tea",
                        "  reads    cup of tea",
                        "  senses   1.00 n00000001  cup, other: meaning 1",
                        "  near     mug 0.50",
                        ""));
    }

    @Test
    void rareSensesAreCountedNotListed() {
        String shown = text.of(List.of(reading(senses(9), 0)));
        assertThat(shown).contains("meaning 4").doesNotContain("meaning 5").contains("and 5 more");
    }

    @Test
    void partsAreNamedWhenThereAreSeveral() {
        String shown = text.of(List.of(reading(List.of(sense("cup", 1), sense("tea", 2)), 0)));
        assertThat(shown).contains("[cup] cup, other").contains("[tea] tea, other");
    }

    @Test
    void anAmbiguousLabelComesWithTheNotation() {
        assertThat(text.of(List.of(reading(senses(2), 0)))).endsWith("cup#n00000001, crane#bird\n");
    }

    @Test
    void aHypernymTellsHowManyClassesItCovers() {
        assertThat(text.of(List.of(reading(senses(1), 398)))).contains("  covers   398 known classes");
    }

    @Test
    void labelsAreSeparatedByABlankLine() {
        ClassReading one = reading(senses(1), 0);
        assertThat(text.of(List.of(one, one)).lines().toList())
                .hasSize(9)
                .element(4)
                .isEqualTo("");
    }

    @Test
    void aProgramGetsEverySense() {
        JsonObject json =
                JsonParser.parseString(ReadingJson.line(reading(senses(9), 3))).getAsJsonObject();
        assertThat(json.getAsJsonArray("senses")).hasSize(9);
        assertThat(json.get("members").getAsInt()).isEqualTo(3);
        JsonObject relative = json.getAsJsonArray("relatives").get(0).getAsJsonObject();
        assertThat(relative.get("name").getAsString()).isEqualTo("mug");
        assertThat(relative.get("strength").getAsDouble()).isEqualTo(0.5);
    }
}

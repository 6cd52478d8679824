package io.github.zsl4j.text.lexicon;

import static io.github.zsl4j.text.lexicon.Nouns.READER;
import static io.github.zsl4j.text.lexicon.Nouns.WORDNET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelReaderTest {

    private static List<String> parts(String label) {
        return READER.spans(label).stream().map(Span::part).toList();
    }

    @Test
    void cleansUnderscoresAndWhiteSpace() {
        assertThat(LabelReader.clean("  hot__dog\t\n stand_")).isEqualTo("hot dog stand");
        assertThat(LabelReader.clean("a\u00a0b\u2003c\u3000d\u001ce")).isEqualTo("a b c d e");
        assertThat(LabelReader.clean(" _ ")).isEmpty();
        assertThat(LabelReader.clean("")).isEmpty();
    }

    @Test
    void keepsCaseAndSymbolsWhenCleaning() {
        assertThat(LabelReader.clean("C# & 猫🐱!")).isEqualTo("C# & 猫🐱!");
    }

    @Test
    void looksUpTheWholeLabelFirst() {
        assertThat(parts("Hot Dog")).containsExactly("hot dog");
        assertThat(READER.spans("hot dog").get(0).senses()).isEqualTo(WORDNET.senses("hot_dog"));
    }

    @Test
    void findsAWordHoweverItIsJoined() {
        List<Sense> expected = WORDNET.senses("ice_cream");
        for (String label : List.of("ice cream", "ice-cream", "ice_cream", "ICE  CREAM")) {
            assertThat(READER.spans(label).get(0).senses()).as(label).isEqualTo(expected);
        }
    }

    @Test
    void takesTheLongestEndingAsHead() {
        assertThat(parts("old wooden fishing boat")).containsExactly("fishing boat");
    }

    @Test
    void cutsAtStopWords() {
        assertThat(parts("woman with a red hat on a zorp")).containsExactly("woman", "hat");
    }

    @Test
    void cutsAtVerbsButNotAtNounsInIng() {
        assertThat(parts("man zorping cats")).containsExactly("man", "cats");
        assertThat(parts("very big building")).containsExactly("building");
    }

    @Test
    void dropsUnknownLastWords() {
        assertThat(parts("dog blorptastic xyzzy")).containsExactly("dog");
    }

    @Test
    void findsNothingWhereNothingIsKnown() {
        assertThat(parts("blorptastic")).isEmpty();
        assertThat(parts("猫")).isEmpty();
        assertThat(parts("🐱🐱")).isEmpty();
        assertThat(parts("")).isEmpty();
        assertThat(parts(" _-- ")).isEmpty();
        assertThat(parts("the of and")).isEmpty();
    }

    @Test
    void readsWhatStandsBetweenUnknownCharacters() {
        assertThat(parts("🐱cat\u0000猫")).containsExactly("cat");
        assertThat(parts("\ud83dcat\udc31")).containsExactly("cat");
    }

    @Test
    void boundsTheWorkOnLongLabels() {
        // The plain search over all pieces of 2,500 words would take hours.
        assertThat(parts("ж ".repeat(2500))).isEmpty();
        assertThat(parts("x".repeat(5000))).isEmpty();
        assertThat(parts("dog " + "жжж ".repeat(1250))).containsExactly("dog");
        assertThat(parts("-".repeat(5000))).isEmpty();
        assertThat(parts("zq-".repeat(1600) + "dog")).containsExactly("dog");
    }

    @Test
    void readsAPlainLabelAsItsCleanNameAndSpans() {
        LabelReading reading = READER.read("  a_photo of Dogs ");
        assertThat(reading.name()).isEqualTo("a photo of Dogs");
        assertThat(reading.spans()).isEqualTo(READER.spans("a photo of Dogs"));
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> READER.read(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> READER.spans(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> LabelReader.clean(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new LabelReader(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void refusesASpanWithoutSenses() {
        assertThatThrownBy(() -> new Span("dog", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}

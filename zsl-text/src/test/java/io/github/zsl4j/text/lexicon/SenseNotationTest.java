package io.github.zsl4j.text.lexicon;

import static io.github.zsl4j.text.lexicon.Nouns.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels that give their sense: {@code name#hint}. */
class SenseNotationTest {

    private static final int CRANE_BIRD = 2012849;

    private static Synset only(String label) {
        LabelReading reading = READER.read(label);
        assertThat(reading.spans()).hasSize(1);
        assertThat(reading.spans().get(0).senses()).hasSize(1);
        return reading.spans().get(0).senses().get(0).synset();
    }

    @ParameterizedTest
    @CsvSource({
        "crane#bird, 2012849",
        "crane#birds, 2012849",
        "crane#wading bird, 2012849",
        "crane#wading_bird, 2012849",
        "crane#n02012849, 2012849",
        "crane#2012849, 2012849",
        "crane#02012849, 2012849",
        "Cranes#Bird, 2012849",
        "crane#device, 3126707",
        "bat#animal, 2139199",
        "jaguar#cat, 2128925",
        "jaguar#panthera onca, 2128925",
        "hot dog#food, 7697537",
    })
    void choosesTheSenseThatFitsTheHint(String label, int synset) {
        assertThat(only(label).offset()).isEqualTo(synset);
    }

    @Test
    void readsOnlyTheNameAsText() {
        assertThat(READER.read(" Big_crane#n02012849").name()).isEqualTo("Big crane");
        assertThat(READER.read("crane#bird").name()).isEqualTo("crane");
        assertThat(READER.read("crane#bird").spans().get(0).part()).isEqualTo("crane");
    }

    @Test
    void keepsTheSensesCount() {
        int plain = READER.spans("crane").get(0).senses().stream()
                .filter(sense -> sense.synset().offset() == CRANE_BIRD)
                .findFirst()
                .orElseThrow()
                .count();
        assertThat(READER.read("crane#bird").spans().get(0).senses().get(0).count())
                .isEqualTo(plain);
    }

    @Test
    void prefersTheHintsMostUsualSense() {
        // "bird" is also a shuttlecock and a girl; the animal comes first
        assertThat(only("duck#bird").gloss()).contains("swimming bird");
    }

    @Test
    void givesAMeaningToAnUnknownNameByAFullId() {
        assertThat(only("Labubu#n03964744").lemmas()).contains("toy");
        assertThat(READER.read("Labubu#n03964744").name()).isEqualTo("Labubu");
    }

    @Test
    void takesAnyExistingSynsetForAKnownName() {
        assertThat(only("dog#n02083346").lemmas()).contains("canine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C#",
                "#1 fan",
                "#",
                "##",
                "crane#",
                "#bird",
                "crane #bird",
                "crane# bird",
                "crane#_bird",
                "crane# ",
                "a#b#c",
                "crane##bird",
                "blorptastic#bird",
                "blorptastic#2012849",
                "route #66",
                "#cat #dog",
                "🐱#bird",
                "--#bird",
                "very tall crane#bird"
            })
    void leavesOtherNumberSignsAlone(String label) {
        assertThat(READER.read(label)).isEqualTo(new LabelReading(LabelReader.clean(label), READER.spans(label)));
    }

    @Test
    void listsTheSensesWhenNoneFits() {
        assertThatThrownBy(() -> READER.read("crane#fish"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Label \"crane#fish\": no sense of \"crane\" fits \"fish\"; there are ")
                .hasMessageContaining("crane#n02012849 (large long-necked wading bird")
                .hasMessageContaining("crane#n03126707 (")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesAHintThatIsNoNoun() {
        assertThatThrownBy(() -> READER.read("crane#blorptastic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fits \"blorptastic\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crane#n99999999", "crane#999999999", "crane#2", "crane#n00000000"})
    void refusesAnIdThatDoesNotExist(String label) {
        assertThatThrownBy(() -> READER.read(label))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n02012849");
    }

    @Test
    void refusesAWrongIdOfAnUnknownName() {
        assertThatThrownBy(() -> READER.read("Labubu#n99999999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no noun synset of this id");
    }

    @Test
    void keepsTheComplaintShort() {
        assertThatThrownBy(() -> READER.read("line#" + "z\r\nq🐱".repeat(1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000).doesNotContain("\n", "\r"));
    }
}

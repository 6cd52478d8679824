package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Similarity;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhraseEncoderTest {

    private static final PhraseOptions DEFAULTS = PhraseOptions.defaults();

    private static final WordVectors VECTORS =
            WordFiles.text("the 3 0", "cat 0 2", "dog 4 3", "hot-dog -1 0", "nil 0 0", "back -3 0");

    private static PhraseEncoder encoder(PhraseOptions options) {
        return new PhraseEncoder(VECTORS, options);
    }

    @Test
    void averagesUnitWordsUnlessToldOtherwise() {
        assertThat(encoder(DEFAULTS).encode("the cat").toArray()).containsExactly(0.5f, 0.5f);
        assertThat(encoder(DEFAULTS.withUnitWords(false)).encode("the cat").toArray())
                .containsExactly(1.5f, 1);
    }

    @Test
    void countsARepeatedWordAsOftenAsItComes() {
        assertThat(encoder(DEFAULTS).encode("the the the cat").toArray()).containsExactly(0.75f, 0.25f);
    }

    @Test
    void tellsUnknownWordsAndLeavesThemOut() {
        PhraseEncoder encoder = encoder(DEFAULTS);
        assertThat(encoder.read("the Zorp cat-blarg"))
                .isEqualTo(new Phrase(List.of("the", "cat"), List.of("Zorp", "blarg")));
        assertThat(encoder.encode("the Zorp cat")).isEqualTo(encoder.encode("the cat"));
    }

    @Test
    void refusesATextWithoutAnyKnownWordByName() {
        for (String text : List.of("zorp blarg", "", "  ", "!?", "nil")) {
            assertThatThrownBy(() -> encoder(DEFAULTS).encodeAll(List.of("cat", text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + text + "' has no word among the 6 of words");
        }
    }

    @Test
    void refusesToTakeACommonComponentFromTooLittle() {
        assertThatThrownBy(() -> encoder(DEFAULTS).withoutCommonComponent(List.of("cat")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2 texts");
        assertThatThrownBy(() -> encoder(DEFAULTS).withoutCommonComponent(List.of("cat", "zorp")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'zorp'");
    }

    @Test
    void joinsWordsOnlyByTheJoinersGiven() {
        assertThat(encoder(DEFAULTS).read("hot dog").words()).containsExactly("hot-dog");
        assertThat(encoder(DEFAULTS.withJoiners("_")).read("hot dog").words()).containsExactly("dog");
        assertThat(encoder(DEFAULTS.withJoiners()).read("hot dog").outOfVocabulary())
                .containsExactly("hot");
    }

    @Test
    void sharesTheSpaceOfTheWordsByDefaultOnly() {
        assertThat(encoder(DEFAULTS).space()).isEqualTo(VECTORS.space());
        List<PhraseEncoder> others = List.of(
                encoder(DEFAULTS.withUnitWords(false)),
                encoder(DEFAULTS.withJoiners()),
                encoder(DEFAULTS.withSif(Sif.defaults())),
                encoder(DEFAULTS.withSif(new Sif(1e-4, WordFrequencies.zipf()))),
                encoder(DEFAULTS).withoutCommonComponent(List.of("cat", "dog")),
                encoder(DEFAULTS).withoutCommonComponent(List.of("the", "dog")));
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).space()).isNotEqualTo(VECTORS.space());
            for (int j = 0; j < i; j++) {
                assertThat(others.get(i).space()).isNotEqualTo(others.get(j).space());
            }
        }
    }

    @Test
    void hasTheSameSpaceForTheSameRecipe() {
        PhraseOptions sif = DEFAULTS.withSif(Sif.defaults());
        assertThat(encoder(sif).withoutCommonComponent(List.of("cat", "dog")).space())
                .isEqualTo(encoder(sif)
                        .withoutCommonComponent(List.of("cat", "dog"))
                        .space());
    }

    @Test
    void letsARestrictedTableBeComparedWithTheWholeOne() {
        String[] lines = {"the 3 0", "cat 0 2", "dog 4 3"};
        PhraseEncoder whole = new PhraseEncoder(WordFiles.text(lines), DEFAULTS);
        PhraseEncoder part = new PhraseEncoder(
                WordFiles.text(WordVectorOptions.defaults().withOnlyWords(Set.of("dog")), lines), DEFAULTS);
        assertThat(Similarity.COSINE.between(whole.encode("dog"), part.encode("dog")))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void weighsFrequentWordsDown() throws Exception {
        WordFrequencies counts = WordFrequencies.read(new StringReader("the 999\ncat 1\n"), "counts");
        float[] vector = encoder(DEFAULTS.withSif(new Sif(1e-3, counts)))
                .encode("the cat")
                .toArray();
        // p(the) = 0.999, p(cat) = 0.001
        assertThat(vector[0]).isCloseTo(0.5f * 0.001f / 1.0f, within(1e-7f));
        assertThat(vector[1]).isCloseTo(0.5f * 0.5f, within(1e-7f));
    }

    @Test
    void givesWordsWithoutACountTheFullWeight() throws Exception {
        WordFrequencies counts = WordFrequencies.read(new StringReader("other 5"), "counts");
        assertThat(encoder(DEFAULTS.withSif(new Sif(1e-3, counts)))
                        .encode("the cat")
                        .toArray())
                .containsExactly(0.5f, 0.5f);
    }

    @Test
    void refusesASenselessWeight() {
        for (double a : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Sif(a, WordFrequencies.zipf())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void leavesNothingAlongTheRemovedComponent() {
        PhraseEncoder encoder = encoder(DEFAULTS).withoutCommonComponent(List.of("the", "the", "back"));
        assertThat(encoder.encode("the dog").toArray()[0]).isCloseTo(0, within(1e-7f));
        assertThat(encoder.encode("the dog").toArray()[1]).isCloseTo(0.3f, within(1e-7f));
    }

    @Test
    void keepsTheWordVectorsUsableOnceClosed() {
        PhraseEncoder encoder = encoder(DEFAULTS);
        encoder.close();
        assertThatThrownBy(() -> encoder.encode("cat")).isInstanceOf(IllegalStateException.class);
        assertThat(encoder(DEFAULTS).encode("cat").get(1)).isEqualTo(1);
    }
}

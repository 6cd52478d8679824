package io.github.zsl4j.text.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link WordNet#load} says of damaged data. */
class WordNetDataTest {

    private static final String GOOD = "1<><>2<>entity|1|11<>all there is";

    @Test
    void readsALastLineWithoutItsEnd() {
        assertThat(Nouns.of(GOOD).synset(1).orElseThrow().gloss()).isEqualTo("all there is");
    }

    @Test
    void readsPastCommentsAndEmptyGlosses() {
        WordNet wordNet = Nouns.of("# a comment", GOOD, "#", "2<>1<>1<>thing|1|0<>", "");
        assertThat(wordNet.size()).isEqualTo(2);
        assertThat(wordNet.synset(2).orElseThrow().gloss()).isEmpty();
    }

    @Test
    void readsLemmasWithBarsAndOtherAlphabets() {
        WordNet wordNet = Nouns.of("1<><>1<>a|b|1|2 猫|1|0 élan|1|5<>g");
        assertThat(wordNet.synset(1).orElseThrow().lemmas()).containsExactly("a|b", "猫", "élan");
        assertThat(wordNet.senses("猫")).hasSize(1);
        assertThat(wordNet.senses("a|b")).extracting(Sense::count).containsExactly(2);
        assertThat(wordNet.senses("a")).isEmpty();
    }

    @Test
    void growsWithTablesOfShortLines() {
        String[] lines = new String[5000];
        Arrays.setAll(lines, i -> (i + 1) + "<>" + (i == 0 ? "" : "1 " + i) + "<>1<>a|" + (i + 1) + "|0 b|1|1<>");
        WordNet wordNet = Nouns.of(lines);
        assertThat(wordNet.senses("a")).hasSize(5000);
        assertThat(wordNet.ancestors(5000)).hasSize(5000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x<><>1<>a|1|0<>g; the synset offset is not a number",
                "<><>1<>a|1|0<>g; the synset offset is not a number",
                "12345678901<><>1<>a|1|0<>g; the synset offset is not a number",
                "1<><>1<>a|1|0<>g; does not come after 1",
                "2; no tab after the synset offset",
                "2<>1; no tab after the hypernyms",
                "2<>1,1<>1<>a|1|0<>g; no tab after the hypernyms",
                "2<>x<>1<>a|1|0<>g; a hypernym is not a number",
                "2<>1<>; the number of synsets is not a number",
                "2<>1<>0<>a|1|0<>g; a synset of size 0",
                "2<>1<>1; no tab after the number of synsets",
                "2<>1<>1<>; a lemma that is not word|sense|count",
                "2<>1<>1<>a<>g; a lemma that is not word|sense|count",
                "2<>1<>1<>a|1<>g; a lemma that is not word|sense|count",
                "2<>1<>1<>|1|0<>g; a lemma that is not word|sense|count",
                "2<>1<>1<>a|x|0<>g; a lemma that is not word|sense|count",
                "2<>1<>1<>a|1|0  b|1|0<>g; a lemma that is not word|sense|count",
                "2<>1<>1<>a|1|; a lemma that is not word|sense|count",
                "2<>1<>1<>a|1|0; no tab after the lemmas",
                "''; the synset offset is not a number",
            })
    void namesTheLineThatIsMalformed(String line, String problem) {
        assertThatThrownBy(() -> Nouns.of("# comment", GOOD, line, "9<><>1<>z|1|0<>g"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining(problem);
    }

    @Test
    void namesAHypernymThatDoesNotExist() {
        assertThatThrownBy(() -> Nouns.of(GOOD, "2<>7<>1<>a|1|0<>g"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("synset 2 has a hypernym 7");
    }

    @Test
    void refusesATableWithoutSynsets() {
        assertThatThrownBy(() -> Nouns.of("# only a comment"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no synset");
    }

    @Test
    void refusesWhatIsNotGzip() {
        assertThatThrownBy(() -> WordNet.load(Nouns.text("plain"), Nouns.text("")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("gzip");
        assertThatThrownBy(() -> WordNet.load(Nouns.text(""), Nouns.text(""))).isInstanceOf(ModelException.class);
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        byte[] whole = Nouns.data("wordnet-nouns.tsv.gz").readAllBytes();
        InputStream half = new ByteArrayInputStream(whole, 0, whole.length / 2);
        assertThatThrownBy(() -> WordNet.load(half, Nouns.text("")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("complete");
    }

    @ParameterizedTest
    @CsvSource({"mice", "''", "'  '"})
    void namesTheLineOfAMalformedException(String line) {
        assertThatThrownBy(() -> WordNet.load(
                        Nouns.gzip(GOOD.replace("<>", "\t")), Nouns.text("oxen ox\n" + line + "\nlice louse\n")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void reportsAStreamThatFails() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> WordNet.load(broken, Nouns.text("")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("disk gone");
        assertThatThrownBy(() -> WordNet.load(Nouns.gzip(GOOD.replace("<>", "\t")), broken))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("disk gone");
    }

    @Test
    void refusesNullStreams() {
        assertThatThrownBy(() -> WordNet.load(null, Nouns.text(""))).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> WordNet.load(Nouns.gzip(""), null)).isInstanceOf(NullPointerException.class);
    }
}

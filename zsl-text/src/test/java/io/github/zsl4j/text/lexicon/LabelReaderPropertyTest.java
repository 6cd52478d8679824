package io.github.zsl4j.text.lexicon;

import static io.github.zsl4j.text.lexicon.Nouns.READER;
import static io.github.zsl4j.text.lexicon.Nouns.WORDNET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** What holds for every string, however strange. */
class LabelReaderPropertyTest {

    @Provide
    Arbitrary<String> labels() {
        Arbitrary<String> words = Arbitraries.of(
                "crane",
                "bird",
                "dogs",
                "hot",
                "dog",
                "the",
                "of",
                "ing",
                "running",
                "n02012849",
                "2012849",
                "mice",
                "ice",
                "cream",
                "#",
                "-",
                "_",
                "'",
                ".",
                " ",
                "\t",
                "猫",
                "🐱",
                "\ud83d",
                "İ",
                "Σ",
                "\u0000",
                "zorp");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(8);
        return Arbitraries.oneOf(words, any).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Property
    void readingNeverFailsButForAWrongNotation(@ForAll("labels") String label) {
        try {
            READER.read(label);
        } catch (IllegalArgumentException e) {
            assertThat(label).contains("#");
            assertThat(e.getMessage()).startsWith("Label \"");
        }
    }

    @Property
    void anyStringHasSpans(@ForAll @StringLength(max = 300) String label) {
        for (Span span : READER.spans(label)) {
            assertThat(span.senses()).isNotEmpty();
            assertThat(span.part()).isNotBlank();
        }
    }

    @Property
    void cleaningIsIdempotent(@ForAll("labels") String label) {
        String clean = LabelReader.clean(label);
        assertThat(LabelReader.clean(clean)).isEqualTo(clean);
        assertThat(clean).doesNotContain("_", "  ").doesNotStartWith(" ").doesNotEndWith(" ");
    }

    @Property
    void spansDependOnTheCleanLabelAlone(@ForAll("labels") String label) {
        assertThat(READER.spans(LabelReader.clean(label))).isEqualTo(READER.spans(label));
    }

    @Property
    void aSpansPartHasTheSpansSenses(@ForAll("labels") String label) {
        for (Span span : READER.spans(label)) {
            assertThat(READER.spans(span.part())).containsExactly(span);
        }
    }

    @Property
    void everySenseOfAWordIsListedOnce(@ForAll("labels") String form) {
        List<Sense> senses = WORDNET.senses(form);
        assertThat(Nouns.offsets(senses)).doesNotHaveDuplicates();
        assertThat(WORDNET.senses(form)).isEqualTo(senses);
    }
}

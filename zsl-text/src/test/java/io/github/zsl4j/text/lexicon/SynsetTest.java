package io.github.zsl4j.text.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynsetTest {

    @Test
    void padsItsIdToEightDigits() {
        assertThat(new Synset(7, List.of(), 1, List.of("a"), "g").id()).isEqualTo("n00000007");
    }

    @Test
    void doesNotChangeWithTheListsItWasMadeOf() {
        List<Integer> above = new ArrayList<>(List.of(1));
        List<String> words = new ArrayList<>(List.of("a"));
        Synset synset = new Synset(7, above, 1, words, "g");
        above.clear();
        words.clear();
        assertThat(synset).isEqualTo(new Synset(7, List.of(1), 1, List.of("a"), "g"));
    }
}

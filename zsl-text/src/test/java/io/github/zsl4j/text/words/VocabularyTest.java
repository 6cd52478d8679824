package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Property(tries = 300)
    void holdsWhatASetHoldsInItsOrder(@ForAll List<@StringLength(max = 2) String> words) {
        Vocabulary vocabulary = new Vocabulary();
        Set<String> set = new LinkedHashSet<>();
        for (String word : words) {
            assertThat(vocabulary.add(word)).isEqualTo(set.add(word));
        }
        vocabulary.trim();
        List<String> expected = List.copyOf(set);
        assertThat(vocabulary.words()).isEqualTo(expected);
        for (String word : words) {
            assertThat(vocabulary.row(word)).isEqualTo(expected.indexOf(word));
        }
    }

    /** All combinations of n pairs that hash alike. */
    private static List<String> colliding(int n) {
        List<String> words = List.of("");
        for (int i = 0; i < n; i++) {
            List<String> longer = new ArrayList<>();
            for (String word : words) {
                longer.add(word + "Aa");
                longer.add(word + "BB");
            }
            words = longer;
        }
        return words;
    }

    @Test
    void tellsWordsOfOneHashApart() {
        List<String> words = colliding(8);
        assertThat(words).extracting(String::hashCode).containsOnly(words.get(0).hashCode());
        Vocabulary vocabulary = new Vocabulary();
        words.forEach(vocabulary::add);
        for (int i = 0; i < words.size(); i++) {
            assertThat(vocabulary.row(words.get(i))).isEqualTo(i);
            assertThat(vocabulary.word(i)).isEqualTo(words.get(i));
        }
        assertThat(vocabulary.row("CC")).isEqualTo(-1);
    }

    @Test
    void growsByAHundredThousandWords() {
        Vocabulary vocabulary = new Vocabulary();
        for (int i = 0; i < 100_000; i++) {
            assertThat(vocabulary.add("w" + i)).isTrue();
        }
        assertThat(vocabulary.size()).isEqualTo(100_000);
        assertThat(vocabulary.row("w99999")).isEqualTo(99_999);
        assertThat(vocabulary.row("w100000")).isEqualTo(-1);
    }

    @Test
    void knowsNothingAtFirst() {
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.trim();
        assertThat(vocabulary.row("")).isEqualTo(-1);
        assertThat(vocabulary.words()).isEmpty();
        assertThatThrownBy(() -> vocabulary.words().add("x")).isInstanceOf(UnsupportedOperationException.class);
    }
}

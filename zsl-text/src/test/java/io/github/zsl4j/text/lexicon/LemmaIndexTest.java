package io.github.zsl4j.text.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LemmaIndexTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Integer> rows(LemmaIndex index, String lemma) {
        List<Integer> rows = new ArrayList<>();
        byte[] bytes = bytes(lemma);
        for (int entry = index.first(bytes); entry >= 0; entry = index.after(entry, bytes)) {
            rows.add(index.row(entry));
        }
        return rows;
    }

    @Test
    void findsEveryEntryOfALemma() {
        LemmaIndex index = new LemmaIndex(bytes("dog cat dog"));
        index.add(0, 3, 7);
        index.add(4, 7, 8);
        index.add(8, 11, 9);
        assertThat(rows(index, "dog")).containsExactlyInAnyOrder(7, 9);
        assertThat(rows(index, "cat")).containsExactly(8);
        assertThat(rows(index, "do")).isEmpty();
        assertThat(rows(index, "")).isEmpty();
    }

    @Test
    void tellsApartLemmasOfEqualHash() {
        LemmaIndex index = new LemmaIndex(bytes("Aa BB")); // equal under 31 * h + b
        index.add(0, 2, 1);
        index.add(3, 5, 2);
        assertThat(rows(index, "Aa")).containsExactly(1);
        assertThat(rows(index, "BB")).containsExactly(2);
    }

    @Test
    void growsBeyondWhatTheTextLetExpect() {
        LemmaIndex index = new LemmaIndex(bytes("abcdefghijklmnopqrstuvwxyz"));
        for (int row = 0; row < 1000; row++) {
            index.add(row % 26, row % 26 + 1, row);
        }
        assertThat(rows(index, "c")).hasSize(39).allMatch(row -> row % 26 == 2);
    }

    @Test
    void remembersTheLongestAndTheMostCompound() {
        LemmaIndex index = new LemmaIndex(bytes("a_b-c longest"));
        index.add(0, 5, 0);
        index.add(6, 13, 1);
        assertThat(index.longest()).isEqualTo(7);
        assertThat(index.mostParts()).isEqualTo(3);
    }
}

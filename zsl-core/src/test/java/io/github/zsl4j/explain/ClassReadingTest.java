package io.github.zsl4j.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassReadingTest {

    @Test
    void doesNotChangeWithTheCallersLists() {
        List<String> words = new ArrayList<>(List.of("crane"));
        List<String> texts = new ArrayList<>(List.of("crane"));
        List<ClassReading.Sense> senses =
                new ArrayList<>(List.of(new ClassReading.Sense("crane", "n02012849", words, "a bird", 1)));
        List<ClassReading.Relative> relatives = new ArrayList<>(List.of(new ClassReading.Relative("heron", 0.5)));
        ClassReading reading = new ClassReading("crane", texts, senses, relatives, 0);
        words.clear();
        texts.clear();
        senses.clear();
        relatives.clear();
        assertThat(reading.texts()).containsExactly("crane");
        assertThat(reading.senses()).hasSize(1);
        assertThat(reading.senses().get(0).words()).containsExactly("crane");
        assertThat(reading.relatives()).containsExactly(new ClassReading.Relative("heron", 0.5));
    }
}

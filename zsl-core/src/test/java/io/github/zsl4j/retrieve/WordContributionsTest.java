package io.github.zsl4j.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordContributionsTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final WordContributions WORDS = new WordContributions(WordContributionsTest::embed, Similarity.DOT);

    /** The number of dogs and of other words; beside a "no", dogs count as the opposite. */
    private static EmbeddingMatrix embed(List<String> texts) {
        return EmbeddingMatrix.of(
                PLANE, texts.stream().map(WordContributionsTest::embed).toList());
    }

    private static Embedding embed(String text) {
        List<String> words = List.of(text.split(" "));
        float dogs = words.stream().filter("dog"::equals).count();
        return Embedding.of(PLANE, words.contains("no") ? -dogs : dogs, words.size() - dogs);
    }

    @Test
    void aWordContributesWhatTheScoreLosesWithoutIt() {
        Embedding dogs = Embedding.of(PLANE, 2, 0);
        assertThat(WORDS.of("a  dog ", dogs)).containsExactly(new Contribution("a", 0), new Contribution("dog", 2));
        assertThat(WORDS.of("no dog", dogs)).containsExactly(new Contribution("no", -4), new Contribution("dog", -2));
        assertThat(WORDS.of("dog dog", dogs)).extracting(Contribution::value).containsExactly(2.0, 2.0);
    }

    @Test
    void theOnlyWordContributesTheScore() {
        assertThat(WORDS.of("dog", Embedding.of(PLANE, 3, 1)).get(0).value()).isCloseTo(3, within(1e-9));
    }

    @Test
    void refusesNoWordsAndOtherSpaces() {
        assertThatThrownBy(() -> WORDS.of(" \n", Embedding.of(PLANE, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no word");
        assertThatThrownBy(() -> WORDS.of("dog", Embedding.of(EmbeddingSpace.of("other", 2), 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }
}

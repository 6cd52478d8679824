package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.error.ModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorsTest {

    private static final WordVectorOptions DEFAULTS = WordVectorOptions.defaults();

    private static final String[] LINES = {"the 1 0", "cat 0 1", "cat 5 5", "dog 0.6 0.8", "ox -1 0"};

    @Test
    void takesTheFirstVectorOfAWordThatComesTwice() {
        WordVectors vectors = WordFiles.text(LINES);
        assertThat(vectors.words()).containsExactly("the", "cat", "dog", "ox");
        assertThat(vectors.vector("cat").orElseThrow().toArray()).containsExactly(0, 1);
    }

    @Test
    void knowsWordsInExactlyTheirForm() {
        WordVectors vectors = WordFiles.text(LINES);
        assertThat(vectors.contains("cat")).isTrue();
        assertThat(vectors.contains("Cat")).isFalse();
        assertThat(vectors.vector("cow")).isEmpty();
    }

    @Test
    void stopsAfterSoManyDifferentWords() {
        assertThat(WordFiles.text(DEFAULTS.withMaxWords(3), LINES).words()).containsExactly("the", "cat", "dog");
        assertThat(WordFiles.text(DEFAULTS.withMaxWords(9), LINES).size()).isEqualTo(4);
    }

    @Test
    void doesNotLookAtWhatComesAfterTheLimit() {
        assertThat(WordFiles.text(DEFAULTS.withMaxWords(2), "the 1 0", "cat 0 1", "damaged")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void readsOnlyTheWordsOfASet() {
        WordVectorOptions two = DEFAULTS.withOnlyWords(Set.of("ox", "cat", "unicorn"));
        assertThat(WordFiles.text(two, LINES).words()).containsExactly("cat", "ox");
        assertThat(WordFiles.text(two.withMaxWords(1), LINES).words()).containsExactly("cat");
        assertThatThrownBy(() -> WordFiles.text(DEFAULTS.withOnlyWords(Set.of("unicorn")), LINES))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("none of the wanted words among 5");
    }

    @Test
    void readsOnlyTheWordsOfASetFromABinaryFile() {
        byte[] file = WordFiles.stored("tiny.bin");
        WordVectors all = WordFiles.read(file, "tiny.bin", DEFAULTS);
        WordVectors some = WordFiles.read(file, "tiny.bin", DEFAULTS.withOnlyWords(Set.of("dog", "New_York")));
        assertThat(some.words()).containsExactlyInAnyOrder("dog", "New_York");
        assertThat(some.vector("New_York")).isEqualTo(all.vector("New_York"));
    }

    @Test
    void refusesOptionsThatLeaveNothing() {
        assertThatThrownBy(() -> DEFAULTS.withMaxWords(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DEFAULTS.withOnlyWords(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesItsSpaceAfterTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("glove.6B.2d.txt");
        Files.writeString(file, "cat 0 1\ndog 1 0\n");
        EmbeddingSpace space = WordVectors.load(file).space();
        assertThat(space.name()).isEqualTo("glove.6B.2d");
        assertThat(space.dimension()).isEqualTo(2);
        Path packed = folder.resolve("wiki.en.vec.gz");
        Files.write(packed, WordFiles.gzip("2 1\ncat 1\ndog 2\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(WordVectors.load(packed).space().name()).isEqualTo("wiki.en");
    }

    @Test
    void hasTheSameSpaceWhateverPartOfTheFileIsRead() {
        EmbeddingSpace whole = WordFiles.text(LINES).space();
        assertThat(WordFiles.text(DEFAULTS.withMaxWords(1), LINES).space()).isEqualTo(whole);
        assertThat(WordFiles.text(DEFAULTS.withOnlyWords(Set.of("ox")), LINES).space())
                .isEqualTo(whole);
    }

    @Test
    void digestsTheWholeOfALargeFileThatIsReadInPart() {
        String[] lines = new String[300_000];
        Arrays.setAll(lines, i -> "w" + i + " 1.5 2.5");
        EmbeddingSpace before = WordFiles.text(DEFAULTS.withMaxWords(1), lines).space();
        lines[lines.length - 1] = "w 1.5 2.6";
        assertThat(WordFiles.text(DEFAULTS.withMaxWords(1), lines).space()).isNotEqualTo(before);
    }

    @Test
    void refusesToCompareVectorsOfDifferentFiles() {
        Embedding cat = WordFiles.text(LINES).vector("cat").orElseThrow();
        Embedding other = WordFiles.text("cat 0 1", "dog 1 1").vector("cat").orElseThrow();
        assertThat(Similarity.COSINE.between(cat, cat)).isEqualTo(1);
        assertThatThrownBy(() -> Similarity.COSINE.between(cat, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }

    @Test
    void findsTheNearestWords() {
        WordVectors vectors = WordFiles.text(LINES);
        Embedding cat = vectors.vector("cat").orElseThrow();
        assertThat(vectors.nearest(cat, 2))
                .extracting(WordVectors.Neighbour::word)
                .containsExactly("cat", "dog");
        assertThat(vectors.nearest(cat, 2).get(1).similarity()).isCloseTo(0.8, within(1e-7));
        assertThat(vectors.nearest(cat, 99)).hasSize(4);
    }

    @Test
    void findsTheFourthWordOfAnAnalogy() {
        WordVectors v = WordFiles.text("man 1 0 0", "woman 1 1 0", "king 1 0 1", "queen 1 1 1", "apple -1 0 0");
        float[] query = new float[3];
        for (int i = 0; i < 3; i++) {
            query[i] = component(v, "king", i) - component(v, "man", i) + component(v, "woman", i);
        }
        assertThat(v.nearest(Embedding.of(v.space(), query), 1).get(0).word()).isEqualTo("queen");
    }

    private static float component(WordVectors vectors, String word, int index) {
        return vectors.vector(word).orElseThrow().get(index);
    }

    @Test
    void ordersEquallyNearWordsByTheFile() {
        WordVectors vectors = WordFiles.text("a 1 0", "b 2 0", "c 3 0", "zero 0 0");
        assertThat(vectors.nearest(vectors.vector("c").orElseThrow(), 2))
                .extracting(WordVectors.Neighbour::word)
                .containsExactly("a", "b");
        assertThat(vectors.nearest(vectors.vector("a").orElseThrow(), 4).get(3))
                .isEqualTo(new WordVectors.Neighbour("zero", 0));
    }

    @Test
    void refusesToSearchForVectorsOfOtherSpacesOrForNothing() {
        WordVectors vectors = WordFiles.text(LINES);
        Embedding foreign = Embedding.of(EmbeddingSpace.of("other", 2), 1, 0);
        assertThatThrownBy(() -> vectors.nearest(foreign, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vectors.nearest(vectors.vector("ox").orElseThrow(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsNoOneChangeItsWords() {
        WordVectors vectors = WordFiles.text(LINES);
        assertThatThrownBy(() -> vectors.words().set(0, "x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void readsWindowsLineEndsTabsAndRepeatedSpaces() {
        WordVectors vectors = WordFiles.text("cat\t0\t1\r", "dog  1   0 \r", "\r", ". . 2 3\r");
        assertThat(vectors.words()).containsExactly("cat", "dog", ". .");
        assertThat(vectors.vector("dog").orElseThrow().toArray()).containsExactly(1, 0);
    }

    @Test
    void isNotMisledByAFirstWordWithSpaces() {
        WordVectors vectors = WordFiles.text(". . . 1 2", "cat 3 4", "dog 5 6");
        assertThat(vectors.space().dimension()).isEqualTo(2);
        assertThat(vectors.words()).contains(". . .");
    }

    @Test
    void takesABinaryFileWhoseFirstVectorHoldsLineFeedsForOne() {
        float feeds = Float.intBitsToFloat(0x0A0A0A0A);
        var words = new LinkedHashMap<String, float[]>();
        words.put("cat", new float[] {feeds, feeds});
        words.put("dog", new float[] {1, feeds});
        byte[] file = WordFiles.write(words, WordVectorFormat.WORD2VEC_BINARY);
        WordVectors vectors = WordFiles.read(file, "feeds.bin", DEFAULTS);
        assertThat(vectors.format()).isEqualTo(WordVectorFormat.WORD2VEC_BINARY);
        assertThat(vectors.vector("cat").orElseThrow().toArray()).containsExactly(feeds, feeds);
    }

    @Test
    void holdsMoreWordsThanABlock() {
        int n = 1500;
        String[] lines = new String[n];
        String numbers = " 1".repeat(1023);
        Arrays.setAll(lines, i -> "w" + i + " " + i + numbers);
        WordVectors vectors = WordFiles.text(lines);
        assertThat(vectors.size()).isEqualTo(n);
        for (int i : new int[] {0, 1, 1023, 1024, 1025, n - 1}) {
            assertThat(vectors.vector("w" + i).orElseThrow().get(0)).isEqualTo(i);
            assertThat(vectors.vector("w" + i).orElseThrow().get(1023)).isEqualTo(1);
        }
    }
}

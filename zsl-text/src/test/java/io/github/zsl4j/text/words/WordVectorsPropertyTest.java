package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.error.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WordVectorsPropertyTest {

    /** Words of any characters but separators and half surrogate pairs, which UTF-8 cannot hold. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(w -> w.chars().noneMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n'))
                .filter(w -> w.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000));
    }

    private static Map<String, float[]> table(List<String> words, int dimension, long seed) {
        Random random = new Random(seed);
        Map<String, float[]> table = new LinkedHashMap<>();
        for (String word : words) {
            float[] vector = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                float any = Float.intBitsToFloat(random.nextInt());
                vector[i] = random.nextInt(4) == 0 && Float.isFinite(any) ? any : (float) random.nextGaussian();
            }
            table.put(word, vector);
        }
        return table;
    }

    @Property(tries = 300)
    void everyVocabularyComesBackFromEveryFormat(
            @ForAll("vocabularies") List<String> words,
            @ForAll @IntRange(min = 2, max = 9) int dimension,
            @ForAll long seed) {
        Map<String, float[]> table = table(words, dimension, seed);
        for (WordVectorFormat format : WordVectorFormat.values()) {
            byte[] file = WordFiles.write(table, format);
            assertSame(
                    table,
                    WordFiles.read(file, "f", WordVectorOptions.defaults().withFormat(format)));
            assertSame(
                    table,
                    WordFiles.read(
                            WordFiles.gzip(file),
                            "f",
                            WordVectorOptions.defaults().withFormat(format)));
        }
    }

    @Provide
    Arbitrary<List<String>> vocabularies() {
        return words().list().ofMinSize(1).ofMaxSize(30).uniqueElements();
    }

    private static void assertSame(Map<String, float[]> table, WordVectors vectors) {
        assertThat(vectors.words()).containsExactlyElementsOf(table.keySet());
        table.forEach((word, vector) ->
                assertThat(vectors.vector(word).orElseThrow().toArray()).containsExactly(vector));
    }

    @Property(tries = 200)
    void findsOutEveryFormat(@ForAll @IntRange(min = 3, max = 300) int dimension, @ForAll long seed) {
        Map<String, float[]> table = table(List.of("the", "of", "5", "cat"), dimension, seed);
        for (WordVectorFormat format : WordVectorFormat.values()) {
            WordVectors vectors = WordFiles.read(WordFiles.write(table, format), "f", WordVectorOptions.defaults());
            assertThat(vectors.format()).isEqualTo(format);
            assertSame(table, vectors);
        }
    }

    @Property(tries = 1500)
    void changedBytesGiveVectorsOrAModelException(
            @ForAll("files") String name,
            @ForAll @Size(min = 1, max = 6) List<Integer> changes,
            @ForAll boolean lenient,
            @ForAll long seed) {
        byte[] file = WordFiles.stored(name).clone();
        Random random = new Random(seed);
        for (int change : changes) {
            file[random.nextInt(random.nextInt(3) == 0 ? 12 : file.length)] = (byte) change;
        }
        assertReadOrRefused(file, WordVectorOptions.defaults().withSkipDamaged(lenient));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(
                "tiny.glove.txt", "tiny.glove.txt.gz", "tiny.w2v.txt", "tiny.vec", "tiny.bin", "tiny.bin.gz");
    }

    @Property(tries = 1000)
    void anyBytesGiveVectorsOrAModelException(
            @ForAll byte[] file, @ForAll WordVectorFormat format, @ForAll boolean lenient) {
        WordVectorOptions options = WordVectorOptions.defaults().withSkipDamaged(lenient);
        assertReadOrRefused(file, options);
        assertReadOrRefused(file, options.withFormat(format));
    }

    private static void assertReadOrRefused(byte[] file, WordVectorOptions options) {
        try {
            WordVectors vectors = WordFiles.read(file, "spoiled", options);
            assertThat(vectors.size()).isPositive();
            assertThat(vectors.words()).doesNotHaveDuplicates();
            vectors.vector(vectors.words().get(0)).orElseThrow();
        } catch (ModelException e) {
            assertThat(e.getMessage()).startsWith("spoiled").doesNotContain("\n");
        }
    }

    @Property(tries = 300)
    void parsesEveryFloatThatJavaWrites(@ForAll float value) {
        byte[] text = Float.toString(value).getBytes(StandardCharsets.US_ASCII);
        assertThat(Decimals.parse(text, 0, text.length)).isEqualTo(value);
    }

    @Property(tries = 500)
    void readsAnyTextWithoutLosingAWord(@ForAll String text) {
        PhraseReader reader = new PhraseReader(w -> w.hashCode() % 2 == 0, List.of("_", "-"));
        Phrase phrase = reader.read(text);
        List<String> all = new ArrayList<>(phrase.words());
        all.addAll(phrase.outOfVocabulary());
        assertThat(all).doesNotContain("");
        boolean anything = text.codePoints().anyMatch(Character::isLetterOrDigit);
        assertThat(all.isEmpty() && anything).isFalse();
    }
}

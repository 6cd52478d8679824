package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFilesTest {

    private static final WordVectorOptions LENIENT =
            WordVectorOptions.defaults().withSkipDamaged(true);

    private static void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> WordFiles.read(file, "words", WordVectorOptions.defaults()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("words")
                .hasMessageContaining(message);
    }

    private static void assertRefused(String file, String message) {
        assertRefused(file.getBytes(StandardCharsets.UTF_8), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "nan", "inf", "1e39", "0x1p3", "1f", "1d", "--1", "1.2.3", "1e", "e5", ".", "-", "١"})
    void namesTheLineOfWhatIsNoFiniteNumber(String number) {
        assertRefused("cat 1 2\ndog " + number + " 4\nox 5 6\n", "line 2: '" + number + "' is no finite number");
    }

    @Test
    void namesTheLineThatHasTooFewNumbers() {
        assertRefused("cat 1 2\ndog 3\nox 5 6\n", "line 2: ");
        assertRefused("3 2\ncat 1 2\n3 4\nox 5 6\n", "line 3: a word and 2 numbers are expected");
    }

    @Test
    void namesTheLineThatHasTooManyNumbers() {
        assertRefused("cat 1 2\ndog 3 4 5\nox 5 6\n", "line 2: more than the expected 2 numbers");
    }

    @Test
    void countsWhatItSkipsWhenAsked() {
        WordVectors vectors = WordFiles.text(LENIENT, "cat 1 2", "dog 3", "ox x 6", "", "cow 7 8 9", "pig 1 2");
        assertThat(vectors.words()).containsExactly("cat", "pig");
        assertThat(vectors.skipped()).isEqualTo(3);
    }

    @Test
    void skipsNothingInASoundFile() {
        assertThat(WordFiles.text(LENIENT, "2 2", "cat 1 2", "dog 3 4").skipped())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 1\na 1\nb 2\n", "1 1\na 1\nb 2\n"})
    void refusesAHeaderThatMiscounts(String file) {
        assertRefused(file, "the header promises");
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        assertThat(WordFiles.read(bytes, "w", LENIENT).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "0 5\n", "cat\n", "cat\ndog\n", "5 0\n", "999999999999999999 5\ncat 1\n"})
    void refusesFilesWithoutWordVectors(String file) {
        assertRefused(file, "");
    }

    @Test
    void refusesAHeaderThatIsMissingFromANamedFormat() {
        for (WordVectorFormat format :
                new WordVectorFormat[] {WordVectorFormat.WORD2VEC_TEXT, WordVectorFormat.WORD2VEC_BINARY}) {
            WordVectorOptions options = WordVectorOptions.defaults().withFormat(format);
            assertThatThrownBy(() -> WordFiles.text(options, "cat 1 2", "dog 3 4"))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("words.txt, line 1: a header of two numbers");
        }
    }

    @Test
    void refusesOtherKindsOfFilesWithAdvice() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "unpack it");
        assertRefused(new byte[] {(byte) 0xBA, 0x16, 0x4F, 0x2F, 12, 0}, "give the .vec file");
    }

    @Test
    void refusesALineWithoutEnd() {
        byte[] endless = new byte[3 << 20];
        Arrays.fill(endless, (byte) '7');
        assertRefused(endless, "");
        byte[] later = "cat 1 2\n".repeat(3).getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(later, later.length + endless.length);
        Arrays.fill(file, later.length, file.length, (byte) '7');
        assertRefused(file, "a line of more than");
    }

    @Test
    void refusesACutBinaryFileAtEveryByte() {
        byte[] file = WordFiles.stored("tiny.bin");
        int header = new String(file, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        WordVectorOptions binary = WordVectorOptions.defaults().withFormat(WordVectorFormat.WORD2VEC_BINARY);
        // the last byte is a line feed that may be missing
        for (int length = header; length < file.length - 1; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> WordFiles.read(cut, "cut.bin", binary))
                    .as("after " + length)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("cut.bin");
        }
    }

    @Test
    void readsWhatIsThereOfABinaryFileCutBetweenWords() {
        byte[] one = WordFiles.write(words("cat", 1f), WordVectorFormat.WORD2VEC_BINARY);
        one[0] = '2';
        assertRefused(one, "it ends after 1 of 2 words");
        assertThat(WordFiles.read(one, "one.bin", LENIENT).words()).containsExactly("cat");
    }

    @Test
    void refusesBinaryWordsThatAreMissingOrNotFinite() {
        byte[] nan = WordFiles.write(words("cat", Float.NaN), WordVectorFormat.WORD2VEC_BINARY);
        assertRefused(nan, "word 1: a number of 'cat' is NaN");
        byte[] empty = WordFiles.write(words("", 1f), WordVectorFormat.WORD2VEC_BINARY);
        assertRefused(empty, "word 1: the word is missing");
    }

    private static Map<String, float[]> words(String word, float value) {
        Map<String, float[]> words = new LinkedHashMap<>();
        words.put(word, new float[] {value, 1e-30f, 1e30f});
        return words;
    }

    @Test
    void refusesABinaryFileThatGoesOn() {
        byte[] file = WordFiles.write(words("cat", 1f), WordVectorFormat.WORD2VEC_BINARY);
        byte[] longer = Arrays.copyOf(file, file.length + 3);
        longer[file.length] = 'x';
        assertRefused(longer, "more follows the 1 words");
        assertThat(WordFiles.read(longer, "w", LENIENT).size()).isEqualTo(1);
    }

    @Test
    void refusesACutGzipFile() {
        byte[] packed = WordFiles.stored("tiny.glove.txt.gz");
        for (int length : new int[] {3, 11, packed.length / 2, packed.length - 9, packed.length - 1}) {
            assertRefused(Arrays.copyOf(packed, length), "");
        }
    }

    @Test
    void refusesAHugePromiseWithoutReservingForIt() {
        assertRefused("2000000000 60000\ncat 1 2\n", "");
    }

    @Test
    void namesAFileThatIsMissingOrAFolder(@TempDir Path folder) {
        Path missing = folder.resolve("none.vec");
        assertThatThrownBy(() -> WordVectors.load(missing))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("none.vec");
        assertThatThrownBy(() -> WordVectors.load(folder)).isInstanceOf(ModelException.class);
    }

    @Test
    void namesTheLineOfABadFrequency(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("counts.txt");
        for (String bad : new String[] {"cat", "cat x", "cat -1", "cat NaN", "cat 1e999", " 7"}) {
            Files.writeString(file, "the 5\n\n" + bad + "\n");
            assertThatThrownBy(() -> WordFrequencies.load(file))
                    .as(bad)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("counts.txt, line 3: ");
        }
        Files.writeString(file, "the 0\n");
        assertThatThrownBy(() -> WordFrequencies.load(file)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> WordFrequencies.load(folder.resolve("none")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("none");
    }
}

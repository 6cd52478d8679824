package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files read as an independent reader after gensim's rules reads them. */
class WordVectorsGoldenTest {

    /** The words whose vectors differ in any bit, or that are missing, or that stand elsewhere. */
    private static List<String> misread(WordVectors vectors, String file) {
        JsonArray expected = WordFiles.GOLDEN.getAsJsonObject("files").getAsJsonArray(file);
        assertThat(vectors.size()).isEqualTo(expected.size());
        List<String> misread = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            String word = expected.get(i).getAsJsonArray().get(0).getAsString();
            float[] vector =
                    WordFiles.floats(expected.get(i).getAsJsonArray().get(1).getAsJsonArray());
            boolean same = vectors.words().get(i).equals(word)
                    && vectors.vector(word).isPresent()
                    && Arrays.equals(vectors.vector(word).get().toArray(), vector);
            if (!same) {
                misread.add(word);
            }
        }
        return misread;
    }

    @ParameterizedTest
    @CsvSource({
        "tiny.glove.txt, GLOVE", "tiny.glove.txt.gz, GLOVE", "tiny.w2v.txt, WORD2VEC_TEXT",
        "tiny.vec, WORD2VEC_TEXT", "tiny.bin, WORD2VEC_BINARY", "tiny.bin.gz, WORD2VEC_BINARY"
    })
    void readsEveryFormatToTheBit(String file, WordVectorFormat format) {
        WordVectors found = WordFiles.golden(file);
        assertThat(found.format()).isEqualTo(format);
        assertThat(misread(found, file)).isEmpty();
        WordVectors named = WordFiles.read(
                WordFiles.stored(file), file, WordVectorOptions.defaults().withFormat(format));
        assertThat(misread(named, file)).isEmpty();
    }

    @Test
    void wouldNoticeASingleChangedDigit() {
        byte[] file = WordFiles.stored("tiny.glove.txt");
        String text =
                new String(file, StandardCharsets.ISO_8859_1).replaceFirst("\nthe (-?\\d)\\.(\\d)", "\nthe $1.7$2");
        WordVectors spoiled =
                WordFiles.read(text.getBytes(StandardCharsets.ISO_8859_1), "x", WordVectorOptions.defaults());
        assertThat(misread(spoiled, "tiny.glove.txt")).containsExactly("the");
    }

    @Test
    void keepsWordsWithSpaces() {
        assertThat(WordFiles.golden("tiny.glove.txt").words()).contains(". . .", "at name@domain.com");
    }

    @Test
    void putsReplacementCharactersWherePythonDoes() {
        JsonArray sequences = WordFiles.GOLDEN.getAsJsonArray("utf8");
        assertThat(sequences).hasSizeGreaterThan(300);
        int unlikeJava = 0;
        for (JsonElement e : sequences) {
            byte[] bytes = HexFormat.of().parseHex(e.getAsJsonArray().get(0).getAsString());
            String expected = e.getAsJsonArray().get(1).getAsString();
            assertThat(Utf8.decode(bytes, 0, bytes.length)).as(e.toString()).isEqualTo(expected);
            unlikeJava += new String(bytes, StandardCharsets.UTF_8).equals(expected) ? 0 : 1;
        }
        assertThat(unlikeJava).as("sequences that the JDK alone gets otherwise").isPositive();
    }

    @Test
    void roundsNumbersAsNumPy() {
        for (JsonElement e : WordFiles.GOLDEN.getAsJsonArray("numbers")) {
            String number = e.getAsJsonArray().get(0).getAsString();
            byte[] bytes = number.getBytes(StandardCharsets.US_ASCII);
            assertThat(Decimals.parse(bytes, 0, bytes.length))
                    .as(number)
                    .isEqualTo(e.getAsJsonArray().get(1).getAsFloat());
        }
    }
}

package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases as NumPy computes them from the formulas. */
class PhraseGoldenTest {

    /** Of the largest component: floats have 24 bits. */
    private static final double TOLERANCE = 1e-6;

    private static List<JsonObject> rows(String file, String recipe) {
        List<JsonObject> rows = new ArrayList<>();
        for (JsonElement e : WordFiles.GOLDEN.getAsJsonArray("phrases")) {
            JsonObject row = e.getAsJsonObject();
            if (row.get("file").getAsString().equals(file)
                    && row.get("recipe").getAsString().equals(recipe)) {
                rows.add(row);
            }
        }
        assertThat(rows).hasSizeGreaterThan(15);
        return rows;
    }

    private static PhraseOptions options(String recipe) {
        return switch (recipe) {
            case "unit" -> PhraseOptions.defaults();
            case "raw" -> PhraseOptions.defaults().withUnitWords(false);
            case "sif zipf" -> PhraseOptions.defaults().withSif(Sif.defaults());
            case "sif counts" -> PhraseOptions.defaults().withSif(new Sif(1e-3, counts()));
            default -> throw new IllegalArgumentException(recipe);
        };
    }

    private static WordFrequencies counts() {
        try {
            String text = new String(WordFiles.stored("counts.txt"), StandardCharsets.UTF_8);
            return WordFrequencies.read(new StringReader(text), "counts.txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PhraseEncoder withoutCommon(PhraseEncoder encoder) {
        List<String> texts = new ArrayList<>();
        WordFiles.GOLDEN.getAsJsonArray("fit").forEach(e -> texts.add(e.getAsString()));
        return encoder.withoutCommonComponent(texts);
    }

    /** The largest difference of any text, relative to the largest component of its vector. */
    private static double deviation(PhraseEncoder encoder, List<JsonObject> rows, String key) {
        double worst = 0;
        for (JsonObject row : rows) {
            float[] expected = WordFiles.floats(row.getAsJsonArray(key));
            // what is left after removal is as exact as what there was before
            float[] scale = WordFiles.floats(row.getAsJsonArray("vector"));
            float[] actual = encoder.encode(row.get("text").getAsString()).toArray();
            double largest = 0;
            double difference = 0;
            for (int i = 0; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs(scale[i]));
                difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
            }
            worst = Math.max(worst, difference / largest);
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({
        "tiny.w2v.txt, unit", "tiny.w2v.txt, raw", "tiny.w2v.txt, sif zipf", "tiny.w2v.txt, sif counts",
        "tiny.glove.txt, unit", "tiny.glove.txt, raw", "tiny.glove.txt, sif zipf", "tiny.glove.txt, sif counts"
    })
    void encodesPhrasesAsTheReference(String file, String recipe) {
        PhraseEncoder encoder = new PhraseEncoder(WordFiles.golden(file), options(recipe));
        List<JsonObject> rows = rows(file, recipe);
        assertThat(deviation(encoder, rows, "vector")).isLessThan(TOLERANCE);
        assertThat(deviation(withoutCommon(encoder), rows, "without_common")).isLessThan(TOLERANCE);
    }

    @Test
    void wouldNoticeAnyRecipeInPlaceOfAnother() {
        List<String> recipes = List.of("unit", "raw", "sif zipf", "sif counts");
        for (String done : recipes) {
            PhraseEncoder encoder = new PhraseEncoder(WordFiles.golden("tiny.w2v.txt"), options(done));
            for (String asked : recipes) {
                List<JsonObject> rows = rows("tiny.w2v.txt", asked);
                assertThat(deviation(encoder, rows, "vector") < TOLERANCE)
                        .as(done + " for " + asked)
                        .isEqualTo(done.equals(asked));
            }
            assertThat(deviation(encoder, rows("tiny.w2v.txt", done), "without_common"))
                    .isGreaterThan(1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny.w2v.txt", "tiny.glove.txt"})
    void findsTheWordsThatAPersonFinds(String file) {
        PhraseEncoder encoder = new PhraseEncoder(WordFiles.golden(file), PhraseOptions.defaults());
        for (JsonObject row : rows(file, "unit")) {
            List<String> words = new ArrayList<>();
            row.getAsJsonArray("words").forEach(e -> words.add(e.getAsString()));
            assertThat(encoder.read(row.get("text").getAsString()).words()).isEqualTo(words);
        }
    }
}

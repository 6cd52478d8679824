package io.github.zsl4j.text.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.testkit.Golden;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Labels read as the Python reference of the default model reads them. {@code label_golden.json} was made by
 * {@code make_label_golden.py}, which lies beside it.
 */
class LabelGoldenTest {

    private static final JsonObject GOLDEN = load();

    private static JsonObject load() {
        Reader in = new InputStreamReader(
                LabelGoldenTest.class.getResourceAsStream("label_golden.json"), StandardCharsets.UTF_8);
        return JsonParser.parseReader(in).getAsJsonObject();
    }

    private static List<JsonObject> labels() {
        List<JsonObject> labels = new ArrayList<>();
        GOLDEN.getAsJsonArray("labels").forEach(e -> labels.add(e.getAsJsonObject()));
        return labels;
    }

    private static String label(JsonObject row) {
        return row.get("label").getAsString();
    }

    private static String spans(List<Span> spans) {
        JsonArray all = new JsonArray();
        for (Span span : spans) {
            JsonArray senses = new JsonArray();
            for (Sense sense : span.senses()) {
                JsonArray pair = new JsonArray();
                pair.add(sense.synset().offset());
                pair.add(sense.count());
                senses.add(pair);
            }
            all.add(senses);
        }
        return all.toString();
    }

    private static List<String> misread(LabelReader reader) {
        return labels().stream()
                .filter(row ->
                        !spans(reader.spans(label(row))).equals(row.get("spans").toString()))
                .map(LabelGoldenTest::label)
                .toList();
    }

    @Test
    void readsEveryLabelAsTheReference() {
        assertThat(labels()).hasSizeGreaterThan(600);
        assertThat(misread(Nouns.READER)).isEmpty();
    }

    @Test
    void wouldNoticeMissingIrregularForms() {
        WordNet regular = WordNet.load(Nouns.data("wordnet-nouns.tsv.gz"), Nouns.text(""));
        assertThat(misread(new LabelReader(regular))).contains("mice", "geese").doesNotContain("cat", "dogs");
    }

    @Test
    void cleansEveryLabelAsTheReference() {
        for (JsonObject row : labels()) {
            assertThat(LabelReader.clean(label(row))).isEqualTo(row.get("clean").getAsString());
        }
    }

    @Test
    void classifiesCharactersAsPython() {
        for (JsonElement e : GOLDEN.getAsJsonArray("characters")) {
            JsonArray row = e.getAsJsonArray();
            int c = row.get(0).getAsInt();
            assertThat(Characters.isWord(c))
                    .as("word U+%04X", c)
                    .isEqualTo(row.get(1).getAsBoolean());
            assertThat(Characters.isSpace(c))
                    .as("space U+%04X", c)
                    .isEqualTo(row.get(2).getAsBoolean());
        }
    }

    @Test
    void findsTheSensesOfTheModelsGolden() {
        int compared = 0;
        for (JsonElement e :
                Golden.json("default/golden.json").getAsJsonObject().getAsJsonArray("text_groups")) {
            JsonObject group = e.getAsJsonObject();
            if (!group.has("wordnet")) { // else lexical knowledge is off for some labels
                compared += compare(group.getAsJsonArray("labels"), group.getAsJsonArray("expected"));
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static int compare(JsonArray labels, JsonArray expected) {
        int compared = 0;
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i).getAsString();
            JsonArray spans = expected.get(i).getAsJsonObject().getAsJsonArray("spans");
            List<Span> read = Nouns.READER.spans(label);
            assertThat(read).as(label).hasSize(spans.size());
            for (int k = 0; k < spans.size(); k++) {
                assertThat(new TreeSet<>(Nouns.offsets(read.get(k).senses()))).isEqualTo(synsets(spans.get(k)));
                compared++;
            }
        }
        return compared;
    }

    private static Set<Integer> synsets(JsonElement span) {
        Set<Integer> synsets = new TreeSet<>();
        span.getAsJsonArray().forEach(s -> synsets.add(s.getAsJsonArray().get(0).getAsInt()));
        return synsets;
    }
}

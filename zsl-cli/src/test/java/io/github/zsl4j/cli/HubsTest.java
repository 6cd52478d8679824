package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.collection.CollectionSearch;
import io.github.zsl4j.hubness.Csls;
import io.github.zsl4j.hubness.HubCorrection;
import io.github.zsl4j.hubness.InvertedSoftmax;
import io.github.zsl4j.hubness.QbNorm;
import io.github.zsl4j.lucene.LuceneIndex;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Reranker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hits that are corrected for hubs by a file of other texts. */
class HubsTest {

    private static final List<String> TEXTS = List.of("cat", "a kitten on a sofa", "motorbike");
    private static final String QUERY = "animal";

    @TempDir
    static Path folder;

    private static String index;
    private static String bank;

    @BeforeAll
    static void index() throws IOException {
        index = folder.resolve("index").toString();
        bank = write("bank.txt", "\uFEFF" + String.join("\n\n", TEXTS) + "\n");
        assertThat(Cli.run("index", Cli.PICTURES.toString(), "--out", index).code())
                .isZero();
    }

    private static String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static HubCorrection correction(String name) {
        return switch (name) {
            case "csls" -> new Csls(10);
            case "qb-norm" -> new QbNorm(20);
            default -> new InvertedSoftmax(30);
        };
    }

    private static List<Hit<String>> corrected(HubCorrection correction, int top) {
        ZeroShotModel model = Cli.model(ModelOptions.defaults());
        try (LuceneIndex opened = LuceneIndex.read(Path.of(index))) {
            List<Hit<String>> all = new CollectionSearch(model, opened).search(QUERY, opened.size());
            Reranker<String> reranker = Reranker.hubCorrected(
                    opened, correction, model.parts().texts().encodeAll(TEXTS));
            return reranker.rerank(model.embed(QUERY), all).subList(0, top);
        }
    }

    private static List<Double> scores(List<JsonObject> objects) {
        return objects.stream().map(hit -> hit.get("score").getAsDouble()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csls", "inverted-softmax", "qb-norm"})
    void theBestOfAllCorrectedHitsAreShown(String method) {
        List<JsonObject> shown = Cli.run(
                        "search", index, QUERY, "--hubs", method, "--bank", bank, "--top", "2", "--json")
                .objects();
        List<Hit<String>> expected = corrected(correction(method), 2);
        assertThat(shown).hasSize(2).allMatch(hit -> hit.keySet().equals(Set.of("image", "score")));
        for (int i = 0; i < shown.size(); i++) {
            assertThat(shown.get(i).get("image").getAsString())
                    .isEqualTo(expected.get(i).key());
            assertThat(shown.get(i).get("score").getAsDouble())
                    .isCloseTo(expected.get(i).score(), within(1e-6));
        }
        // Negative control: without the option the scores are others.
        List<JsonObject> plain =
                Cli.run("search", index, QUERY, "--top", "2", "--json").objects();
        assertThat(scores(plain)).isNotEqualTo(scores(shown));
    }

    @Test
    void wrongUseIsRefusedBeforeAModelIsLoaded() throws IOException {
        String empty = write("empty.txt", "\n \n");
        String none = folder.resolve("none.txt").toString();
        assertRefused("--bank FILE", "--hubs", "csls");
        assertRefused("--bank is for --hubs", "--bank", bank);
        assertRefused("csls, inverted-softmax or qb-norm, not CSLS", "--hubs", "CSLS", "--bank", bank);
        assertRefused(empty + " has no text", "--hubs", "csls", "--bank", empty);
        assertRefused(none + ": there is no such file of texts", "--hubs", "csls", "--bank", none);
        assertRefused("one text a line", "--hubs", "csls", "--bank", folder.toString());
    }

    private static void assertRefused(String message, String... options) {
        List<String> arguments = new ArrayList<>(List.of("search", index, QUERY));
        arguments.addAll(List.of(options));
        Cli.Result result = Cli.run(Cli::none, arguments.toArray(String[]::new));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(message, "zsl search --help").hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }
}

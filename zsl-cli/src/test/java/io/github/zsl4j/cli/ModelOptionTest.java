package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program with a model in a folder: tiny, with random weights. */
class ModelOptionTest {

    private static final String LABELS = "a cat,a dog,a horse,a rocket,a astronaut,a cup";

    @TempDir
    Path folder;

    private static String model(String name) {
        return Golden.folder(name).toString();
    }

    /** The golden probabilities of the first golden picture, photo_large. */
    private static double golden(String model, int label) {
        Npy probabilities = Golden.npy("golden/zs_prob_" + model + ".npy");
        return probabilities.row(0)[label];
    }

    private JsonObject classify(String... more) throws IOException {
        String[] all = new String[6 + more.length];
        all[0] = "classify";
        all[1] = Cli.golden(folder, "photo_large.jpg").toString();
        all[2] = "--labels";
        all[3] = LABELS;
        all[4] = "--json";
        all[5] = "--threads=1";
        System.arraycopy(more, 0, all, 6, more.length);
        Cli.Result result = Cli.run(Cli::none, all);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.objects().get(0);
    }

    private static double probability(JsonObject line, String label) {
        return line.getAsJsonArray("ranking").asList().stream()
                .map(e -> e.getAsJsonObject())
                .filter(e -> e.get("label").getAsString().equals(label))
                .findFirst()
                .orElseThrow()
                .get("probability")
                .getAsDouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-clip", "tiny-openclip", "tiny-siglip"})
    void classifiesWithAModelInAFolder(String name) throws IOException {
        JsonObject line = classify("--model", model(name), "--templates", "a photo of {}.");
        assertThat(probability(line, "a cat")).isCloseTo(golden(name, 0), within(1e-4));
        assertThat(probability(line, "a cup")).isCloseTo(golden(name, 5), within(1e-4));
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.api.Assertions.within(tolerance);
    }

    @Test
    void runsItOnTheOtherEngine() throws IOException {
        JsonObject line =
                classify("--model", model("tiny-clip"), "--engine", "pytorch", "--templates", "a photo of {}.");
        assertThat(probability(line, "a cat")).isCloseTo(golden("tiny-clip", 0), within(1e-4));
    }

    @Test
    void readsTemplatesFromAFileAndKeepsTheWorkOnLabels() throws IOException {
        Path templates = Files.writeString(folder.resolve("templates.txt"), "# one\na photo of {}.\n");
        Path cache = folder.resolve("cache");
        for (int run = 0; run < 2; run++) {
            JsonObject line = classify(
                    "--model", model("tiny-clip"), "--templates", templates.toString(), "--cache", cache.toString());
            assertThat(probability(line, "a dog")).isCloseTo(golden("tiny-clip", 1), within(1e-4));
            assertThat(cache).isDirectoryContaining("glob:**.safetensors");
        }
    }

    @Test
    void comparesTheLabelsOfASigmoidModelWhenAsked() throws IOException {
        JsonObject alone = classify("--model", model("tiny-siglip"));
        JsonObject compared = classify("--model", model("tiny-siglip"), "--no-independent");
        assertThat(sum(compared)).isCloseTo(1, within(1e-6));
        assertThat(sum(alone)).isNotCloseTo(1, within(1e-3));
    }

    private static double sum(JsonObject line) {
        return List.of(LABELS.split(",")).stream()
                .mapToDouble(label -> probability(line, label))
                .sum();
    }

    @Test
    void doesNotJudgeLabelsOneByOneWithASoftmaxModel() throws IOException {
        String picture = Cli.golden(folder, "photo_large.jpg").toString();
        Cli.Result result =
                Cli.run("classify", picture, "--labels", "cat", "--model", model("tiny-clip"), "--independent");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("trained with a softmax");
    }

    @Test
    void namesAFolderThatIsNoModel() throws IOException {
        String picture = Cli.golden(folder, "photo_large.jpg").toString();
        for (String no : List.of(folder.toString(), folder.resolve("nowhere").toString())) {
            Cli.Result result = Cli.run("classify", picture, "--labels", "cat", "--model", no);
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains(no).hasLineCount(1);
        }
    }

    @Test
    void embedsTextsAndPicturesInTheModelsSpace() throws IOException {
        String picture = Cli.golden(folder, "photo_large.jpg").toString();
        Cli.Result result = Cli.run("embed", picture, "--text", "a dog", "--model", model("tiny-siglip"));
        assertThat(result.objects())
                .allSatisfy(line -> assertThat(line.getAsJsonArray("embedding")).hasSize(48));
        assertThat(result.objects()).hasSize(2);
    }

    @Test
    void tellsWhatTheModelReadsForALabel() {
        Cli.Result result = Cli.run("explain", "--labels", "dog", "--model", model("tiny-clip"));
        assertThat(result.out()).contains("a photo of a dog.");
    }
}

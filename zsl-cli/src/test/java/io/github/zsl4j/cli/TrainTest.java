package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on the repository's own benchmark, whose vectors are those of the embedded model, and classifies with the result. */
class TrainTest {

    private static final String CALTECH = Path.of("..", "data", "caltech101").toString();

    @TempDir
    static Path folder;

    private static Path alignment;
    private static Cli.Result trained;

    @BeforeAll
    static void train() {
        alignment = folder.resolve("caltech.npz");
        trained = Cli.run(
                Cli::none, "train", "eszsl", "--data", CALTECH, "--options", "alpha=10", "--out", alignment.toString());
    }

    private static JsonArray ranking(String... args) {
        String[] all =
                Arrays.copyOf(new String[] {"classify", Cli.picture("motorcycle.jpg"), "--json"}, args.length + 3);
        System.arraycopy(args, 0, all, 3, args.length);
        Cli.Result result = Cli.run(all);
        assertThat(result.err()).isEmpty();
        return result.objects().get(0).getAsJsonArray("ranking");
    }

    private static String best(JsonArray ranking) {
        JsonObject first = ranking.get(0).getAsJsonObject();
        return first.get("label").getAsString();
    }

    @Test
    void tellsHowGoodTheAlignmentIs() {
        assertThat(trained.code()).isZero();
        assertThat(trained.lines().get(3)).startsWith("eszsl");
        assertThat(alignment).exists();
    }

    @Test
    void classifiesByTheClassesThatComeWithTheAlignment() {
        JsonArray ranking = ranking("--alignment", alignment.toString());
        assertThat(ranking).hasSize(100);
        assertThat(best(ranking)).isEqualTo("motorbike");
    }

    @Test
    void classifiesByOtherLabels() {
        assertThat(best(ranking("--alignment", alignment.toString(), "--labels", "tractor,scooter,bread")))
                .isEqualTo("scooter");
    }

    /** Stacking: the seen class loses against an unseen one that is nearly as good. */
    @Test
    void takesTheConstantFromSeenClasses() {
        double seen = score(ranking("--alignment", alignment.toString()), "motorbike");
        double alone = score(ranking("--alignment", alignment.toString(), "--labels", "motorbike"), "motorbike");
        assertThat(alone).isGreaterThan(seen);
    }

    private static double score(JsonArray ranking, String label) {
        for (var entry : ranking) {
            if (entry.getAsJsonObject().get("label").getAsString().equals(label)) {
                return entry.getAsJsonObject().get("score").getAsDouble();
            }
        }
        throw new AssertionError("no " + label);
    }

    @Test
    void refusesAlignmentsOfOtherFeatures() throws IOException {
        Path data = SmallBenchmark.write(Files.createDirectory(folder.resolve("small")));
        Path other = folder.resolve("other.npz");
        assertThat(Cli.run(Cli::none, "train", "ridge", "--data", data.toString(), "--out", other.toString())
                        .code())
                .isZero();
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--alignment", other.toString());
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("other.npz", "features [12]", "encoder");
    }

    @Test
    void refusesFilesThatAreNone() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.npz"), "not an archive");
        Cli.Result result = Cli.run(Cli::none, "classify", Cli.picture("cat.jpg"), "--alignment", broken.toString());
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("broken.npz");
    }

    @Test
    void needsAMethodAndAFile() {
        assertThat(Cli.run(Cli::none, "train", "--data", CALTECH, "--out", "x.npz")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Cli.run(Cli::none, "train", "ridge", "--data", CALTECH).code())
                .isEqualTo(ExitCode.USAGE);
    }
}

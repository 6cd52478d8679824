package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.data.folder.DataFolder;
import io.github.zsl4j.data.trained.AlignmentFile;
import io.github.zsl4j.data.trained.TrainedModel;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes photographs and finds them in the space of an alignment that was trained on the embedded model's vectors. */
class AlignedSearchTest {

    private static final ZeroShotData CALTECH = DataFolder.read(Path.of("..", "data", "caltech101"));

    @TempDir
    static Path folder;

    private static String aligned;
    private static String plain;

    @BeforeAll
    static void index() {
        aligned = index("aligned", "--alignment", fit("caltech.npz", 10, CALTECH));
        plain = index("plain");
    }

    private static String fit(String name, double lambda, ZeroShotData data) {
        Path out = folder.resolve(name);
        AlignmentFile.write(out, TrainedModel.fit(new Ridge(lambda), data));
        return out.toString();
    }

    private static String index(String name, String... options) {
        String out = folder.resolve(name).toString();
        List<String> arguments = new ArrayList<>(List.of("index", Cli.PICTURES.toString(), "--out", out));
        arguments.addAll(List.of(options));
        assertThat(Cli.run(arguments.toArray(String[]::new)).err()).isEmpty();
        return out;
    }

    private static List<JsonObject> search(String index, String... query) {
        List<String> arguments = new ArrayList<>(List.of("search", index, "--json", "--top", "1"));
        arguments.addAll(List.of(query));
        Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        return result.objects();
    }

    private static void assertFinds(String name, String... query) {
        assertThat(search(aligned, query).get(0).get("image").getAsString()).endsWith(name);
    }

    /** A class of the training, another word, and a picture. */
    @Test
    void findsByTextAndByPicture() {
        assertFinds("motorcycle.jpg", "motorbike");
        assertFinds("motorcycle.jpg", "scooter");
        assertFinds("cat.jpg", "--image", Cli.picture("cat.jpg"));
    }

    /** Negative control: without the alignment a picture has another score. */
    @Test
    void scoresAreThoseOfTheAlignment() {
        assertThat(search(aligned, "motorbike").get(0).get("score"))
                .isNotEqualTo(search(plain, "motorbike").get(0).get("score"));
    }

    @Test
    void theAlignmentIsRememberedByIndexToo() {
        Cli.Result again = Cli.run("index", Cli.PICTURES.toString(), "--out", aligned);
        assertThat(again.code()).isZero();
        assertThat(again.out()).startsWith("0 added, 0 updated,");
    }

    @Test
    void anotherAlignmentIsRefused() {
        String other = fit("other.npz", 11, CALTECH);
        for (String index : List.of(aligned, plain)) {
            Cli.Result result = Cli.run("search", index, "cat", "--alignment", other);
            assertThat(result.code()).isEqualTo(ExitCode.FAILED);
            assertThat(result.err())
                    .contains(index, "the index has vectors of", "--alignment")
                    .hasLineCount(1);
        }
    }

    @Test
    void anAlignmentOfOtherFeaturesOrNoneIsRefused() throws IOException {
        Path data = SmallBenchmark.write(Files.createDirectory(folder.resolve("small")));
        String small = fit("small.npz", 1, DataFolder.read(data));
        String none = folder.resolve("none.npz").toString();
        for (String file : List.of(small, none)) {
            String out = folder.resolve("new").toString();
            Cli.Result result = Cli.run("index", Cli.PICTURES.toString(), "--out", out, "--alignment", file);
            assertThat(result.code()).isEqualTo(ExitCode.FAILED);
            assertThat(result.err()).contains(file).hasLineCount(1);
        }
    }

    @Test
    void anAlignmentThatKnowsClassesByAttributesFindsByTheirNamesOnly() {
        EmbeddingMatrix semantics = CALTECH.semantics();
        EmbeddingSpace attributes = EmbeddingSpace.of("attributes", semantics.dimension());
        int[] labels = IntStream.range(0, CALTECH.features().rows())
                .map(CALTECH::label)
                .toArray();
        ZeroShotData other = ZeroShotData.of(
                new ZeroShotData.Examples(
                        CALTECH.features(),
                        labels,
                        EmbeddingMatrix.wrap(attributes, semantics.toArray()),
                        CALTECH.classes()),
                CALTECH.splits());
        String index = index("attributes", "--alignment", fit("attributes.npz", 10, other));
        assertThat(search(index, "motorbike").get(0).get("image").getAsString()).endsWith("motorcycle.jpg");
        Cli.Result result = Cli.run("search", index, "scooter");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("'scooter' is not among the 100 classes")
                .hasLineCount(1);
    }
}

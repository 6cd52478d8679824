package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes photographs and finds them in the space of an alignment that was trained on the embedded model's vectors. */
class AlignedSearchTest {

    private static final String CALTECH = Path.of("..", "data", "caltech101").toString();

    @TempDir
    static Path folder;

    private static String alignment;
    private static String aligned;
    private static String plain;

    @BeforeAll
    static void index() {
        alignment = train("ridge", CALTECH, "caltech.npz");
        aligned = folder.resolve("aligned").toString();
        plain = folder.resolve("plain").toString();
        Cli.Result result = Cli.run("index", Cli.PICTURES.toString(), "--out", aligned, "--alignment", alignment);
        assertThat(result.err()).isEmpty();
        assertThat(Cli.run("index", Cli.PICTURES.toString(), "--out", plain).code())
                .isZero();
    }

    private static String train(String method, String data, String name) {
        String out = folder.resolve(name).toString();
        assertThat(Cli.run(Cli::none, "train", method, "--data", data, "--out", out)
                        .code())
                .isZero();
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
        String other = train("sae", CALTECH, "other.npz");
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
        String small = train("ridge", data.toString(), "small.npz");
        String none = folder.resolve("none.npz").toString();
        for (String file : List.of(small, none)) {
            String out = folder.resolve("new").toString();
            Cli.Result result = Cli.run("index", Cli.PICTURES.toString(), "--out", out, "--alignment", file);
            assertThat(result.code()).isEqualTo(ExitCode.FAILED);
            assertThat(result.err()).contains(file).hasLineCount(1);
        }
    }
}

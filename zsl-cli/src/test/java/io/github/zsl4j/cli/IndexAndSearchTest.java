package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.zsl4j.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes photographs and finds them. */
class IndexAndSearchTest {

    private static final String TINY_CLIP = Golden.folder("tiny-clip").toString();

    @TempDir
    private Path parent;

    private Path photos;
    private String index;

    @BeforeEach
    void copy() throws IOException {
        photos = Files.createDirectories(parent.resolve("my photos").resolve("<b>&"));
        for (String name : new String[] {"cat.jpg", "coffee.jpg", "motorcycle.jpg"}) {
            Files.copy(Cli.PICTURES.resolve(name), photos.resolve(name));
        }
        index = parent.resolve("index").toString();
    }

    private Cli.Result index(String... more) {
        return run(List.of("index", photos.toString(), "--out", index), more);
    }

    private List<String> search(String... query) {
        Cli.Result result = run(List.of("search", index, "--json", "--top", "1"), query);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return names(result, "image");
    }

    private static Cli.Result run(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return Cli.run(all.toArray(String[]::new));
    }

    private static List<String> names(Cli.Result result, String member) {
        return result.objects().stream()
                .map(object ->
                        Path.of(object.get(member).getAsString()).getFileName().toString())
                .toList();
    }

    @Test
    void tellsWhatItHasDoneAndDoesItOnce() {
        Cli.Result first = index();
        assertThat(first.code()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).startsWith("3 added, 0 updated, 0 unchanged, 0 removed, 0 failed in ");
        assertThat(first.out()).endsWith("; the index has 3\n").hasLineCount(1);
        assertThat(index().out()).startsWith("0 added, 0 updated, 3 unchanged,");
    }

    @Test
    void asJsonEachPictureHasALine() throws IOException {
        Files.writeString(photos.resolve("broken.jpg"), "no picture");
        Cli.Result result = index("--json");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(names(result, "image"))
                .containsExactlyInAnyOrder("broken.jpg", "cat.jpg", "coffee.jpg", "motorcycle.jpg");
        JsonObject added = result.objects().get(1);
        assertThat(added.keySet()).containsExactly("image", "change");
        assertThat(added.get("change").getAsString()).isEqualTo("added");
        assertThat(result.objects().get(0).keySet()).containsExactly("image", "error");
        assertThat(index("--json").objects().get(1).get("change").getAsString()).isEqualTo("unchanged");
    }

    @Test
    void brokenAndMissingFilesAreListedAndTheRestIndexed() throws IOException {
        Files.writeString(photos.resolve("broken.jpg"), "no picture");
        Cli.Result result = Cli.run("index", "none.jpg", photos.toString(), "none/*.jpg", "--out", index);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(3).contains("none.jpg", "broken.jpg", "none/*.jpg");
        assertThat(result.out()).startsWith("3 added,").contains(" 3 failed");
    }

    @Test
    void findsByTextByPictureAndByBoth() {
        index();
        assertThat(search("a cup of coffee")).containsExactly("coffee.jpg");
        assertThat(search("animal")).containsExactly("cat.jpg");
        assertThat(search("--image", Cli.picture("motorcycle.jpg"))).containsExactly("motorcycle.jpg");
        assertThat(search("cat", "--image", Cli.picture("cat.jpg"))).containsExactly("cat.jpg");
        assertThat(search("--image", Cli.picture("cat.jpg"), "--minus", "cat", "--minus", "animal"))
                .hasSize(1);
    }

    @Test
    void aTableHasTheBestFirst() {
        index();
        Cli.Result result = Cli.run("search", index, "motorbike");
        assertThat(result.lines()).hasSize(3);
        assertThat(result.lines().get(0)).matches(" +0\\.\\d{4}  .*motorcycle\\.jpg");
    }

    @Test
    void whatIsGoneIsRemovedOnRequest() throws IOException {
        index();
        Files.delete(photos.resolve("cat.jpg"));
        assertThat(index().out()).contains("0 removed", "has 3");
        assertThat(index("--prune").out()).contains("1 removed", "has 2");
        assertThat(search("cat")).doesNotContain("cat.jpg");
    }

    @Test
    void fieldsFilter() throws IOException {
        Cli.run("index", photos.resolve("cat.jpg").toString(), "--out", index, "--field", "album=pets");
        Cli.run("index", photos.resolve("coffee.jpg").toString(), "--out", index, "--field", "album=food");
        assertThat(search("coffee", "--filter", "album=pets")).containsExactly("cat.jpg");
        assertThat(search("coffee", "--filter", "album=pets", "--filter", "name=coffee.jpg"))
                .isEmpty();
    }

    @Test
    void thePageStandsAlone() throws IOException {
        index();
        Files.writeString(photos.resolve("coffee.jpg"), "broken since");
        Path page = parent.resolve("page.html");
        Cli.run("search", index, "<i>cat", "--html", page.toString());
        String html = Files.readString(page);
        assertThat(html).contains("<h1>&lt;i&gt;cat</h1>").contains("&lt;b&gt;&amp;/cat.jpg</figcaption>");
        assertThat(html).contains("src=\"data:image/jpeg;base64,").contains("class=\"missing\"");
        assertThat(html.split("<figure>")).hasSize(4);
        assertThat(html).doesNotContain("<b>", "src=\"http", "src=\"file");
    }

    @Test
    void theModelIsRememberedAndAnotherRefused() {
        assertThat(index("--model", TINY_CLIP).code()).isZero();
        Cli.Result found = Cli.run(Cli::none, "search", index, "cat", "--json");
        assertThat(found.objects()).hasSize(3);
        assertThat(Cli.run(Cli::none, "index", photos.toString(), "--out", index)
                        .out())
                .contains("3 unchanged");
        String other = Golden.folder("tiny-siglip").toString();
        for (String[] arguments : new String[][] {
            {"search", index, "cat", "--model", other}, {"index", photos.toString(), "--out", index, "--model", other}
        }) {
            Cli.Result refused = Cli.run(arguments);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err())
                    .contains(index, "the index has vectors of")
                    .hasLineCount(1);
        }
    }

    @Test
    void whatIsNoIndexIsRefused() {
        for (String folder : new String[] {photos.toString(), "none"}) {
            Cli.Result result = Cli.run(Cli::none, "search", folder, "cat");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains(folder, "index").hasLineCount(1);
        }
        Cli.Result result = Cli.run("index", photos.toString(), "--out", photos.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("other files");
    }

    @Test
    void wrongUseIsRefusedBeforeAModelIsLoaded() {
        index();
        for (String[] arguments : new String[][] {
            {"index", photos.toString()},
            {"index", "-", "--out", index},
            {"index", photos.toString(), "--out", index, "--commit-every", "0"},
            {"index", photos.toString(), "--out", index, "--field", "album"},
            {"search"},
            {"search", index},
            {"search", index, " "},
            {"search", index, "cat", "--top", "0"},
            {"search", index, "cat", "--filter", "x"}
        }) {
            Cli.Result result = Cli.run(Cli::none, arguments);
            assertThat(result.code()).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(result.err()).hasLineCount(1);
        }
    }
}

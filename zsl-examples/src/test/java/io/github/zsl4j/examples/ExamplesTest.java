package io.github.zsl4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.testkit.Golden;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example as a user would. */
class ExamplesTest {

    private interface Program {
        void main(String[] args) throws Exception;
    }

    private static String photo(String name) {
        return Path.of("..", "docs", "pictures", name + ".jpg").toString();
    }

    private static String output(Program program, String... args) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.main(args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void classifiesAPhoto() throws Exception {
        String out = output(ClassifyPhoto::main, photo("coffee"), "cat", "dog", "espresso cup");
        assertThat(out).startsWith("espresso cup");
        assertThat(out.lines()).hasSize(3);
    }

    @Test
    void writesATableOfAFolder(@TempDir Path folder) throws Exception {
        Files.copy(Path.of(photo("cat")), folder.resolve("a.jpg"));
        Files.writeString(folder.resolve("b.jpg"), "not a picture");
        Files.copy(Path.of(photo("temple")), folder.resolve("c.jpg"));
        String out = output(FolderToCsv::main, folder.toString(), "cat", "temple");
        assertThat(out.lines()).hasSize(4);
        assertThat(out.lines().skip(1).findFirst().orElseThrow()).contains("a.jpg,cat,0.9");
        assertThat(out.lines().skip(2).findFirst().orElseThrow())
                .contains("b.jpg")
                .doesNotContain("temple");
        assertThat(out.lines().skip(3).findFirst().orElseThrow()).contains("c.jpg,temple,");
    }

    @Test
    void readsDescriptions() throws Exception {
        assertThat(output(OwnDescriptions::main, photo("cat"))).contains("It is a purrer");
        assertThat(output(OwnDescriptions::main, photo("temple"))).contains("It is a holy place");
    }

    @Test
    void takesAForeignEncoder() throws Exception {
        assertThat(output(OwnEncoder::main, photo("rocket"))).contains("bluish");
        assertThat(output(OwnEncoder::main, photo("coffee"))).contains("reddish");
    }

    @Test
    void learnsFromAFewExamples() throws Exception {
        String out = output(
                FewExamples::main,
                photo("cat"),
                "pet=" + photo("cat"),
                "thing=" + photo("motorcycle"),
                "thing=" + photo("coffee"));
        assertThat(out.strip()).isEqualTo("pet");
    }

    @Test
    void comparesWaysToLearnFromThreePicturesEach(@TempDir Path folder) throws Exception {
        for (String thing : new String[] {"cat", "motorcycle"}) {
            BufferedImage whole = ImageIO.read(Path.of(photo(thing)).toFile());
            Files.createDirectory(folder.resolve(thing));
            for (int i = 1; i <= 3; i++) {
                BufferedImage part = whole.getSubimage(i * 10, i * 8, whole.getWidth() - 40, whole.getHeight() - 40);
                ImageIO.write(
                        part, "png", folder.resolve(thing).resolve(i + ".png").toFile());
            }
        }
        String examples = folder.toString();
        String cat = output(FewShot::main, photo("cat"), examples);
        assertThat(cat.lines()).hasSize(3).allMatch(line -> line.contains(" cat ("));
        String temple = output(FewShot::main, photo("temple"), examples, "temple");
        assertThat(temple.lines()).hasSize(4);
        assertThat(temple.lines().skip(1).findFirst().orElseThrow())
                .startsWith("and labels")
                .contains("temple (");
    }

    @Test
    void drawsWhatItHasNotSeen(@TempDir Path folder) throws Exception {
        Path sheet = folder.resolve("sheet.png");
        String out = output(DrawShapes::main, sheet.toString(), "1", "1");
        assertThat(out.lines().filter(line -> line.startsWith("drawn, never seen: ")))
                .hasSize(36);
        BufferedImage image = ImageIO.read(sheet.toFile());
        assertThat(image.getWidth()).isEqualTo(16 * 66 + 2);
        assertThat(image.getHeight()).isEqualTo(18 * 66 + 2);
    }

    @Test
    void saysNoneOfThese(@TempDir Path unknown) throws Exception {
        for (String photo : new String[] {"temple", "coffee", "rocket", "motorcycle"}) {
            Files.copy(Path.of(photo(photo)), unknown.resolve(photo + ".jpg"));
        }
        String folder = unknown.toString();
        assertThat(output(NoneOfThese::main, photo("cat"), folder, "cat", "flower")
                        .strip())
                .isEqualTo("cat");
        assertThat(output(NoneOfThese::main, photo("cameraman"), folder, "cat", "flower")
                        .strip())
                .isEqualTo("none of these");
    }

    @Test
    void runsAClipWithTemplatesAndACache(@TempDir Path cache) throws Exception {
        String model = Golden.folder("tiny-clip").toString();
        String first = output(ClipEnsemble::main, model, cache.toString(), photo("cat"), "cat", "dog");
        String second = output(ClipEnsemble::main, model, cache.toString(), photo("cat"), "cat", "dog");
        assertThat(first.lines()).hasSize(2);
        assertThat(second).isEqualTo(first);
        assertThat(cache).isDirectoryContaining("glob:**.safetensors");
    }
}

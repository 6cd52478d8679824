package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyFailuresTest {

    @TempDir
    private Path folder;

    private static Cli.Result json(String... pictures) {
        return Cli.run(join(pictures, "--labels", "cat,dog", "--json"));
    }

    private static String[] join(String[] pictures, String... options) {
        String[] args = new String[1 + pictures.length + options.length];
        args[0] = "classify";
        System.arraycopy(pictures, 0, args, 1, pictures.length);
        System.arraycopy(options, 0, args, 1 + pictures.length, options.length);
        return args;
    }

    @Test
    void aMissingFileAmongManyIsReportedInItsPlaceAndTheRestGoOn() {
        Cli.Result result = json(Cli.picture("cat.jpg"), "missing.jpg", Cli.picture("temple.jpg"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.objects()).extracting(o -> o.has("ranking")).containsExactly(true, false, true);
        JsonObject missing = result.objects().get(1);
        assertThat(missing.get("image").getAsString()).isEqualTo("missing.jpg");
        assertThat(missing.get("error").getAsString()).startsWith("missing.jpg: ");
    }

    @Test
    void forAPersonFailuresAreLinesOnStandardError() {
        Cli.Result result = Cli.run("classify", "missing.jpg", Cli.picture("cat.jpg"), "--labels", "cat,dog");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.lines()).hasSize(1);
        assertThat(result.err().lines()).hasSize(1).first().asString().startsWith("zsl: missing.jpg: ");
    }

    @Test
    void inCsvFailuresHaveNoRow() {
        Cli.Result result = Cli.run("classify", "missing.jpg", "--labels", "cat,dog", "--csv");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.lines()).containsExactly("image,label,probability,score");
        assertThat(result.err()).contains("missing.jpg");
    }

    @Test
    void brokenPicturesAreAnsweredWithOneLineEach() throws IOException {
        Files.writeString(folder.resolve("a_text.jpg"), "this is not a picture");
        Files.write(folder.resolve("b_empty.png"), new byte[0]);
        Cli.golden(folder, "truncated.png");
        Cli.Result result = json(folder.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.objects()).hasSize(3).allSatisfy(object -> {
            String name =
                    Path.of(object.get("image").getAsString()).getFileName().toString();
            assertThat(object.get("error").getAsString()).contains(name).doesNotContain("Exception");
        });
    }

    @Test
    void aFolderWithoutPicturesSaysSo() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        Cli.Result result = Cli.run("classify", folder.toString(), "--labels", "cat,dog");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("zsl: " + folder + ": there is no picture in this folder\n");
    }

    @Test
    void aPatternWithoutMatchSaysSo() {
        Cli.Result result = json(folder + "/*.jpg");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.objects().get(0).get("error").getAsString()).contains("no file matches");
    }

    @Test
    void aFolderThatMayNotBeReadSaysSo() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.copy(Path.of(Cli.picture("cat.jpg")), locked.resolve("cat.jpg"));
        assumeTrue(locked.toFile().setExecutable(false) && locked.toFile().setReadable(false));
        try {
            assumeFalse(Files.isReadable(locked), "root may read everything");
            assertThat(error(locked.toString())).isEqualTo(locked + ": the folder may not be read: permission denied");
            assertThat(error(locked + "/*.jpg")).isEqualTo(locked + ": no permission to look into this folder");
            assertThat(error(locked + "/cat.jpg"))
                    .isEqualTo(locked + "/cat.jpg: the file may not be read: permission denied");
        } finally {
            assertThat(locked.toFile().setReadable(true) && locked.toFile().setExecutable(true))
                    .isTrue();
        }
    }

    private static String error(String picture) {
        Cli.Result result = json(picture);
        assertThat(result.code()).isEqualTo(1);
        return result.objects().get(0).get("error").getAsString();
    }

    @Test
    void picturesTooLargeAreRefusedByTheirHeaders() throws IOException {
        byte[] jpeg = Files.readAllBytes(Path.of(Cli.picture("cat.jpg")));
        int frame = frame(jpeg);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 15_000).putShort(frame + 7, (short) 20_000);
        String name = Files.write(folder.resolve("large.jpg"), jpeg).toString();
        assertThat(error(name)).startsWith(name).contains("20,000 x 15,000 pixels", "100,000,000");
    }

    /** Where the marker of a JPEG's frame begins; height and width are 5 and 7 bytes behind it. */
    private static int frame(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != 0xc0 && (jpeg[at + 1] & 0xff) != 0xc2) {
            at += 2 + ByteBuffer.wrap(jpeg).getChar(at + 2);
        }
        return at;
    }

    @Test
    void aTruncatedJpegSaysSo() throws IOException {
        byte[] jpeg = Files.readAllBytes(Path.of(Cli.picture("cat.jpg")));
        Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2));
        assertThat(error(cut.toString())).startsWith(cut.toString()).contains("truncated");
    }

    @Test
    void aNameThatIsNoPathSaysSo() {
        Cli.Result result = json("cat\0.jpg");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.objects().get(0).get("error").getAsString()).contains("is not a file name");
    }

    @Test
    void standardInputWithoutAPictureSaysSo() {
        Cli.Result result = Cli.run(new byte[0], "classify", "-", "--labels", "cat", "--json");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.objects().get(0).get("image").getAsString()).isEqualTo("-");
        assertThat(result.objects().get(0).has("error")).isTrue();
    }

    @Test
    void aModelThatCannotBeLoadedIsOneLine() {
        ModelLoader broken = options -> {
            throw new ModelException("weights.onnx: the file is damaged");
        };
        Cli.Result result = Cli.run(broken, "classify", "cat.jpg", "--labels", "cat");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("zsl: weights.onnx: the file is damaged\n");
    }

    @Test
    void aFaultOfTheProgramIsOneLineUnlessAskedForMore() {
        ModelLoader faulty = options -> {
            throw new IllegalStateException("a\nfault");
        };
        Cli.Result result = Cli.run(faulty, "classify", "cat.jpg", "--labels", "cat");
        assertThat(result.code()).isEqualTo(70);
        assertThat(result.err().lines()).hasSize(1);
        Cli.Result verbose = Cli.run(faulty, "classify", "cat.jpg", "--labels", "cat", "--verbose");
        assertThat(verbose.err()).contains("\tat ");
    }

    @Test
    void anErrorOfTheMachineIsOneLineToo() {
        ModelLoader faulty = options -> {
            throw new OutOfMemoryError("Java heap space");
        };
        Cli.Result result = Cli.run(faulty, "classify", "cat.jpg", "--labels", "cat");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("more memory").hasLineCount(1);
    }
}

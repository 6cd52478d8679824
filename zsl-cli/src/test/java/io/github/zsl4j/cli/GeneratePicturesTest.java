package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trains far too briefly to draw anything, and draws with what came of it. */
class GeneratePicturesTest {

    @TempDir
    Path folder;

    private static Cli.Result generate(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "generate";
        all[1] = "pictures";
        System.arraycopy(args, 0, all, 2, args.length);
        return Cli.run(Cli::none, all);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void trainsAndDraws() throws IOException {
        Cli.Result trained = generate(
                "--train",
                "--out",
                file("a.safetensors"),
                "--epochs",
                "2",
                "--pictures",
                "1",
                "--sheet",
                file("s.png"),
                "--checkpoint",
                file("state"));
        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
        assertThat(trained.lines()).hasSize(2);
        assertThat(trained.lines().get(1))
                .startsWith("epoch 2 of 2: reconstruction ")
                .contains("spread");
        assertThat(ImageIO.read(folder.resolve("s.png").toFile()).getHeight()).isEqualTo(12 * 66 + 2);
        assertThat(folder.resolve("state")).exists();
        Cli.Result drawn = generate(
                "small blue striped triangle",
                "--model",
                file("a.safetensors"),
                "--out",
                file("d.png"),
                "--count",
                "3");
        assertThat(drawn.out()).isEqualTo("row 1: small blue striped triangle" + System.lineSeparator());
        assertThat(ImageIO.read(folder.resolve("d.png").toFile()).getWidth()).isEqualTo(3 * 66 + 2);
    }

    @Test
    void trainsAnAdversarialNetworkToo() {
        Cli.Result trained = generate(
                "--train", "--out", file("g"), "--method", "gan", "--epochs", "1", "--pictures", "1", "--seed", "2");
        assertThat(trained.code()).isZero();
        assertThat(trained.out()).contains("discriminator", "generator");
    }

    @Test
    void saysWhatIsWrongWithAModel() throws IOException {
        Files.writeString(folder.resolve("none"), "nothing");
        Cli.Result result = generate("a star", "--model", file("none"), "--out", file("x.png"));
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("none", "safetensors").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--out x.png",
                "star --out x.png",
                "star --model m",
                "--train star --out x",
                "--train --model m --out x",
                "--train --out x --epochs 0",
                "--train --out x --every 2",
                "--train --out x --count 2",
                "--train --out x --method diffusion",
                "star --model m --out x.png --judge",
                "star --model m --out x.png --count 0",
                "star --model m --out x.png --zoom 0",
                "star --model m --out x.png --temperature -1"
            })
    void refusesWhatMakesNoSense(String arguments) {
        Cli.Result result = generate(arguments.split(" "));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).hasLineCount(1).contains("--help");
    }

    @Test
    void hasHelp() {
        Cli.Result help = generate("--help");
        assertThat(help.code()).isZero();
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(Cli.run(Cli::none, "generate").err()).contains("pictures");
    }
}

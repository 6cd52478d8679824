package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.data.npy.NpzReader;
import io.github.zsl4j.data.trained.GeneratorFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateFeaturesTest {

    @TempDir
    static Path folder;

    private static String data;

    @BeforeAll
    static void write() throws IOException {
        data = SmallBenchmark.write(folder).toString();
    }

    private static Cli.Result generate(String method, String... more) {
        String[] args = {"generate", "features", "--data", data, "--method", method};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Cli.run(Cli::none, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f-clswgan", "cvae", "cada-vae"})
    void writesSamplesOfUnseenClassesAndSaysSo(String method) {
        Path out = folder.resolve(method + ".npz");
        Path kept = folder.resolve(method + "-generator.npz");
        Cli.Result result = generate(
                method,
                "--per-class",
                "4",
                "--out",
                out.toString(),
                "--generator",
                kept.toString(),
                "--options",
                "generator.hidden=8,generator.options.epochs=10");
        assertThat(result.code()).isZero();
        assertThat(result.lines().get(1)).startsWith("features").contains("4 generated samples of each of 5 unseen");
        assertThat(result.err()).contains("epoch 10/10").contains("spread");
        try (NpzReader npz = NpzReader.open(out)) {
            assertThat(npz.array("features").shape()[0]).isEqualTo(20);
            assertThat(npz.array("labels").toLongs()).startsWith(11, 11, 11, 11, 12);
            assertThat(npz.array("seen_features").shape())
                    .containsExactly(77, npz.array("features").shape()[1]);
            assertThat(npz.array("seen_labels").size()).isEqualTo(77);
        }
        assertThat(GeneratorFile.read(kept).provenance().seed()).hasValue(1);
    }

    @Test
    void refusesAMethodThatGeneratesNothing() {
        Cli.Result result =
                generate("ridge", "--out", folder.resolve("ridge.npz").toString());
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("f-clswgan");
    }

    @Test
    void refusesToGenerateNothing() {
        Cli.Result result = generate("cvae", "--per-class", "0", "--out", "x.npz");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--per-class");
    }

    @Test
    void trainSaysThatAGeneratorIsNoAlignment() {
        Cli.Result result = Cli.run(
                Cli::none,
                "train",
                "cvae",
                "--data",
                data,
                "--out",
                folder.resolve("a.npz").toString());
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("zsl generate features");
    }
}

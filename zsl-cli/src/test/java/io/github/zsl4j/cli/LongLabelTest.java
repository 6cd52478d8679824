package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels and command lines of any length on small stacks: native code that overflows one ends the JVM without a word. */
class LongLabelTest {

    @TempDir
    private Path home;

    /** Runs the launcher on the classes under test, in a home where it finds the program built. */
    private void ranksWithTheLauncher(String... options) throws IOException, InterruptedException {
        Path app = Files.createDirectories(home.resolve("zsl-cli/target/zsl"));
        Path launcher = Files.copy(Path.of("..", "zsl"), home.resolve("zsl"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        program(app.resolve("zsl-cli-test.jar"));
        Files.createFile(app.resolve("classes-" + System.getProperty("java.version") + ".jsa"));
        Files.createFile(app.resolve("built"));
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "classify", "--csv", "--top=1"));
        command.addAll(Arrays.asList(options));
        Path said = home.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ZSL_JAVA_OPTS", "-Xss512k");
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        assertThat(text).contains("cat.jpg,cat,0.99");
    }

    /** A jar of nothing but the names of the test's own jars and folders. */
    private static void program(Path jar) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Zsl.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(path.split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100_000})
    @DisabledOnOs(OS.WINDOWS)
    void aLongLabelOnTheCommandLineNeedsNoDeepStack(int length) throws Exception {
        ranksWithTheLauncher(Cli.picture("cat.jpg"), "--labels", "cat," + "a".repeat(length));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLongLabelInAFileNeedsNoDeepStack() throws Exception {
        Path labels = Files.writeString(home.resolve("labels.txt"), "cat\n" + "a".repeat(1_000_000) + "\n");
        ranksWithTheLauncher(Cli.picture("cat.jpg"), "--labels-file", labels.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "猫", "🐱", "!", "a ", "of "})
    void theLibraryReadsLongLabelsOnAnyThread(String unit) throws Exception {
        ZeroShotModel model = Cli.model(ModelOptions.defaults());
        String label = unit.repeat(100_000 / unit.length());
        FutureTask<List<String>> task =
                new FutureTask<>(() -> model.classifier("cat", label).labels());
        new Thread(null, task, "small-stack", 256 << 10).start();
        assertThat(task.get(60, TimeUnit.SECONDS)).containsExactly("cat", label);
    }
}

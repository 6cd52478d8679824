package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeepStackTest {

    /** Recursion that a thread of 1 MB does not survive. */
    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }

    @Test
    void hasRoomForDeepRecursion() {
        assertThat(DeepStack.call(() -> depth(300_000))).isEqualTo(300_000);
    }

    /** Loads a network; a program of its own, because what it is a test for ends the JVM. */
    static final class Loader {

        private Loader() {}

        public static void main(String[] args) {
            Network.load(Path.of(args[0]), NetworkOptions.defaults()).close();
        }
    }

    /** With ONNX Runtime 1.29.0, which programs may choose, and without the deep stack this process ends with 139. */
    @Test
    void startsTheEngineInAProcessWithALongCommandLine() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfiller=" + "x".repeat(100_000),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Loader.class.getName(),
                        Networks.file("sum_diff.onnx").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void passesOnWhatWentWrong() {
        assertThatThrownBy(() -> DeepStack.call(() -> {
                    throw new ModelException("broken");
                }))
                .isInstanceOf(ModelException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> DeepStack.call(() -> {
                    throw new AssertionError("error");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void keepsAnInterruptForLater() {
        Thread.currentThread().interrupt();
        assertThat(DeepStack.call(() -> "done")).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }
}

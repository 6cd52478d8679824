package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Networks;
import io.github.zsl4j.error.ModelException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that lack an engine or its native library, each in a JVM of its own, with an empty cache of DJL. */
class MissingEngineTest {

    @TempDir
    Path cache;

    /** Loads a network, and prints its outputs or the error's message. */
    public static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            NetworkOptions options = NetworkOptions.defaults().withEngine(arguments[0]);
            try (Network network = Network.load(Path.of(arguments[1]), options)) {
                System.out.println("RESULT " + network.outputs());
            } catch (ModelException e) {
                System.out.println("RESULT " + e.getMessage());
            }
            System.out.println("PYTORCH " + new File(System.getProperty("DJL_CACHE_DIR"), "pytorch").exists());
        }
    }

    /** What the program prints when it runs without those jars. */
    private List<String> run(String engine, String file, String... withoutJars) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(withoutJars)
                        .noneMatch(
                                jar -> Path.of(entry).getFileName().toString().startsWith(jar)))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DDJL_CACHE_DIR=" + cache,
                "-cp",
                classPath,
                Program.class.getName(),
                engine,
                Networks.file(file).toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.lines().toList();
    }

    private static void assertNames(List<String> output, String engine, String... dependencies) {
        assertThat(output.get(0))
                .startsWith("RESULT The engine '" + engine + "' is not on the class path or cannot start here; add ")
                .contains(dependencies);
    }

    @Test
    void areToldTheDependenciesOfPyTorch() throws Exception {
        assertNames(
                run("PyTorch", "sum_diff.pt", "pytorch-"),
                "PyTorch",
                "ai.djl.pytorch:pytorch-engine",
                "ai.djl.pytorch:pytorch-native-cpu");
    }

    /** DJL alone would download the library. */
    @Test
    void areToldTheDependenciesOfPyTorchWhereOnlyItsLibraryIsMissing() throws Exception {
        assertNames(
                run("PyTorch", "sum_diff.pt", "pytorch-native", "pytorch-jni"),
                "PyTorch",
                "ai.djl.pytorch:pytorch-engine",
                "ai.djl.pytorch:pytorch-native-cpu",
                "linux-x86_64");
    }

    @Test
    void areToldTheDependenciesOfOnnxRuntime() throws Exception {
        for (String missing : List.of("onnxruntime-engine", "onnxruntime-1")) {
            assertNames(
                    run("OnnxRuntime", "sum_diff.onnx", missing),
                    "OnnxRuntime",
                    "ai.djl.onnxruntime:onnxruntime-engine",
                    "com.microsoft.onnxruntime:onnxruntime");
        }
    }

    /** DJL alone would start PyTorch beside ONNX Runtime, or fail where that cannot start. */
    @Test
    void runOnnxRuntimeWithoutTouchingPyTorch() throws Exception {
        assertThat(run("OnnxRuntime", "sum_diff.onnx")).containsExactly("RESULT [sum, diff]", "PYTORCH false");
        assertThat(run("OnnxRuntime", "sum_diff.onnx", "pytorch-native", "pytorch-jni"))
                .containsExactly("RESULT [sum, diff]", "PYTORCH false");
    }

    @Test
    void runOnnxRuntimeWithoutPyTorch() throws Exception {
        assertThat(run("OnnxRuntime", "sum_diff.onnx", "pytorch-")).contains("RESULT [sum, diff]");
    }
}

package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkLoadTest {

    @TempDir
    Path folder;

    private static Network load(Path file) {
        return Network.load(file, NetworkOptions.defaults());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model.onnx"), bytes);
    }

    private static void assertDamaged(Path file) {
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(
                        file + ": OnnxRuntime cannot load this model; the file is damaged or of another kind (")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("null");
    }

    @Test
    void namesAMissingFile() {
        Path file = folder.resolve("nothing.onnx");
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": there is no readable model file of this name");
    }

    @Test
    void refusesADirectory() {
        assertThatThrownBy(() -> load(folder))
                .isInstanceOf(ModelException.class)
                .hasMessage(folder + ": this is a directory; name the network's file in it");
        assertThatThrownBy(() -> load(Path.of("/"))).isInstanceOf(ModelException.class);
    }

    @Test
    void refusesRandomBytes() throws Exception {
        byte[] bytes = new byte[500];
        for (int seed = 0; seed < 20; seed++) {
            new Random(seed).nextBytes(bytes);
            assertDamaged(write(bytes));
        }
    }

    @Test
    void refusesATruncatedFile() throws Exception {
        byte[] whole = Files.readAllBytes(Networks.file("sum_diff.onnx"));
        load(write(whole)).close();
        for (int length = 1; length < whole.length; length += 5) {
            assertDamaged(write(Arrays.copyOf(whole, length)));
        }
    }

    /** A spoiled byte may still make a network; it must not end in anything but a network or a ModelException. */
    @Test
    void survivesAnySpoiledByte() throws Exception {
        byte[] whole = Files.readAllBytes(Networks.file("sum_diff.onnx"));
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] spoiled = whole.clone();
            spoiled[i] ^= 0x55;
            try {
                load(write(spoiled)).close();
            } catch (ModelException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "100%20 #1 +", "é", "猫"})
    void loadsFromPathsOfAnyLetters(String name) throws Exception {
        Charset ofPaths = Charset.forName(System.getProperty("sun.jnu.encoding"));
        assumeThat(ofPaths.newEncoder().canEncode(name)).isTrue();
        Path strange = Files.createDirectories(folder.resolve(name)).resolve("net.with.dots.onnx");
        Files.copy(Networks.file("sum_diff.onnx"), strange);
        try (Network network = load(strange)) {
            Tensor ones = Networks.filled(1, 1);
            assertThat(network.run(Map.of("a", ones, "b", ones), "sum").floats())
                    .containsExactly(2, 2, 2);
        }
    }

    @Test
    void leavesTheFileFreeOnceClosed() throws Exception {
        Path file = write(Files.readAllBytes(Networks.file("sum_diff.onnx")));
        load(file).close();
        Files.delete(file);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ONNX", "onnxruntime"})
    void refusesAnUnknownEngine(String engine) {
        Path file = Networks.file("sum_diff.onnx");
        assertThatThrownBy(() -> Network.load(file, new NetworkOptions(engine, ComputeDevice.CPU, 1)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("The engine '" + engine + "' is not on the class path");
    }

    @Test
    void leavesThePropertyOfDjlAsItWas() {
        String before = System.getProperty("ai.djl.offline");
        load(Networks.file("sum_diff.onnx")).close();
        assertThatThrownBy(() -> load(folder.resolve("nothing"))).isInstanceOf(ModelException.class);
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo(before);
    }
}

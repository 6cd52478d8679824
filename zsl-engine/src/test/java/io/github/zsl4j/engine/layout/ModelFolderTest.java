package io.github.zsl4j.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

    private static final NetworkOptions ONNX = NetworkOptions.defaults();
    private static final NetworkOptions TORCH = ONNX.withEngine(NetworkOptions.PYTORCH);
    private static final List<String> STEMS = List.of("vision_model", "model");

    @TempDir
    Path root;

    private Path path;
    private ModelFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        path = Files.createDirectory(root.resolve("my-clip"));
        folder = ModelFolder.of(path);
    }

    private Path write(String name, String content) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void knowsItsPathAndName() {
        assertThat(folder.path()).isEqualTo(path);
        assertThat(folder.name()).isEqualTo("my-clip");
        assertThat(folder).hasToString(path.toString());
    }

    @Test
    void mustBeAFolder() throws Exception {
        Path file = write("config.json", "{}");
        assertThatThrownBy(() -> ModelFolder.of(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": this is a file; name the folder that it lies in");
        Path none = root.resolve("none");
        assertThatThrownBy(() -> ModelFolder.of(none))
                .isInstanceOf(ModelException.class)
                .hasMessage(none + ": there is no such folder");
    }

    @Test
    void findsFilesThatAreThere() throws Exception {
        assertThat(folder.file("config.json")).isEmpty();
        Path file = write("config.json", "{}");
        assertThat(folder.file("config.json")).contains(file);
        assertThat(folder.require("config.json")).isEqualTo(file);
        Files.createDirectory(path.resolve("onnx"));
        assertThat(folder.file("onnx")).isEmpty();
    }

    @Test
    void findsFilesFromTheCurrentFolderToo() throws Exception {
        Path relative = Path.of("").toAbsolutePath().relativize(path.toRealPath());
        write("a.txt", "");
        assertThat(ModelFolder.of(relative).file("a.txt")).contains(relative.resolve("a.txt"));
        assertThat(ModelFolder.of(Path.of("")).file("pom.xml")).contains(Path.of("pom.xml"));
    }

    /** The names may come from a configuration file that a stranger wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"../secret.json", "onnx/../../secret.json", "a\0b", "../my-clip-2/secret.json"})
    void doesNotLeadOutOfTheFolder(String name) throws Exception {
        Files.writeString(root.resolve("secret.json"), "{}");
        Files.createDirectory(root.resolve("my-clip-2"));
        Files.writeString(root.resolve("my-clip-2/secret.json"), "{}");
        assertThat(folder.file(name)).isEmpty();
        assertThat(folder.file(root.resolve("secret.json").toString())).isEmpty();
        assertThatThrownBy(() -> folder.requireConfig(name)).isInstanceOf(ModelException.class);
    }

    /** As in the hub's cache. */
    @Test
    void followsLinksOutOfTheFolder() throws Exception {
        Path blob = Files.writeString(root.resolve("blob"), "{\"a\": 1}");
        try {
            Files.createSymbolicLink(path.resolve("config.json"), blob);
        } catch (IOException | UnsupportedOperationException e) {
            assumeThat(false).as("links cannot be made here").isTrue();
        }
        assertThat(folder.requireConfig("config.json").integer("a")).contains(1);
    }

    @Test
    void readsConfigurations() throws Exception {
        assertThat(folder.config("config.json")).isEmpty();
        write("config.json", "{\"a\": 1}");
        assertThat(folder.config("config.json").orElseThrow().integer("a")).contains(1);
        write("config.json", "{");
        assertThatThrownBy(() -> folder.config("config.json"))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(path.resolve("config.json") + ": this is not a JSON file (");
    }

    @Test
    void saysWhatIsMissingAndWhatIsThere() throws Exception {
        assertThatThrownBy(() -> folder.require("config.json"))
                .isInstanceOf(ModelException.class)
                .hasMessage(path + ": the model's file config.json is missing (the folder is empty)");
        write("b.txt", "");
        write("onnx/a.onnx", "");
        write("x/y/too_deep", "");
        assertThatThrownBy(() -> folder.requireConfig("config.json"))
                .hasMessage(path + ": the model's file config.json is missing (it holds b.txt, onnx/a.onnx)");
        for (int i = 0; i < 1000; i++) {
            write("f" + i, "");
        }
        assertThatThrownBy(() -> folder.require("config.json"))
                .satisfies(e -> assertThat(e.getMessage())
                        .hasSizeLessThan(path.toString().length() + 200));
    }

    @Test
    void findsTheNetworkOfAnEngine() throws Exception {
        Path torch = write("model.pt", "");
        assertThat(folder.network(ONNX, WeightVariant.FULL, STEMS)).isEmpty();
        assertThat(folder.network(TORCH, WeightVariant.FULL, STEMS)).contains(torch);
        Path onnx = write("model.onnx", "");
        assertThat(folder.network(ONNX, WeightVariant.FULL, STEMS)).contains(onnx);
    }

    @Test
    void prefersTheFirstStemAndThenTheFolderOnnx() throws Exception {
        write("model.onnx", "");
        Path inOnnx = write("onnx/model.onnx", "");
        assertThat(folder.requireNetwork(ONNX, WeightVariant.FULL, STEMS)).isEqualTo(inOnnx);
        Path first = write("vision_model.onnx", "");
        assertThat(folder.requireNetwork(ONNX, WeightVariant.FULL, STEMS)).isEqualTo(first);
    }

    @Test
    void takesTheVariantAskedForAndNoOther() throws Exception {
        Path full = write("onnx/model.onnx", "");
        assertThat(folder.network(ONNX, WeightVariant.FP16, STEMS)).isEmpty();
        Path half = write("onnx/model_fp16.onnx", "");
        assertThat(folder.network(ONNX, WeightVariant.FP16, STEMS)).contains(half);
        assertThat(folder.network(ONNX, WeightVariant.FULL, STEMS)).contains(full);
    }

    @Test
    void saysWhichNetworksWereLookedFor() throws Exception {
        write("model.pt", "");
        assertThatThrownBy(() -> folder.requireNetwork(ONNX, WeightVariant.FP16, STEMS))
                .isInstanceOf(ModelException.class)
                .hasMessage(path
                        + ": no network for OnnxRuntime, vision_model_fp16.onnx or model_fp16.onnx, lies here or in"
                        + " onnx/ (it holds model.pt); export the model, or choose another engine or variant");
    }
}

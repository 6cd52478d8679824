package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Networks;
import io.github.zsl4j.engine.Offline;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DjlNetworksTest {

    private static final Tensor A = Tensor.of(new float[] {1, 2, 3}, 1, 3);
    private static final Tensor B = Tensor.of(new float[] {10, 20, 30}, 1, 3);

    @TempDir
    Path folder;

    private static Criteria.Builder<NDList, NDList> criteria(String engine, Path place) {
        return Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optEngine(engine)
                .optDevice(Device.cpu())
                .optModelPath(place);
    }

    private static Network load(Criteria.Builder<NDList, NDList> criteria) {
        return Offline.call(() -> DjlNetworks.load(criteria.build()));
    }

    private static void assertSubtracts(Network network, String output) {
        assertThat(network.run(Map.of("a", A, "b", B), output).floats()).containsExactly(-9, -18, -27);
        assertThat(network.run(Map.of("b", A, "a", B), output).floats()).containsExactly(9, 18, 27);
    }

    @Test
    void bindOnnxByName() {
        try (Network network = load(criteria("OnnxRuntime", Networks.file("sum_diff.onnx")))) {
            assertThat(network.inputs()).containsExactly("a", "b");
            assertThat(network.outputs()).containsExactly("sum", "diff");
            assertThat(network.shape("a").orElseThrow()).containsExactly(-1, 3);
            assertSubtracts(network, "diff");
        }
    }

    @Test
    void bindTorchScriptByName() {
        try (Network network = load(criteria("PyTorch", Networks.file("sum_diff.pt")))) {
            assertThat(network.inputs()).containsExactly("a", "b");
            assertSubtracts(network, "1");
        }
    }

    @Test
    void findTheFileInAFolder() throws Exception {
        Files.copy(Networks.file("sum_diff.onnx"), folder.resolve("model.onnx"));
        try (Network network = load(criteria("OnnxRuntime", folder))) {
            assertThat(network.outputs()).containsExactly("sum", "diff");
        }
        Files.copy(Networks.file("twice.onnx"), folder.resolve("second.onnx"));
        try (Network network = load(criteria("OnnxRuntime", folder).optModelName("second"))) {
            assertThat(network.outputs()).containsExactly("twice", "half");
        }
    }

    @Test
    void takeATranslatorThatDoesNothing() {
        try (Network network =
                load(criteria("OnnxRuntime", Networks.file("sum_diff.onnx")).optTranslator(new NoopTranslator(null)))) {
            assertThat(network.inputs()).containsExactly("a", "b");
            assertSubtracts(network, "diff");
        }
    }

    /** Gives one output, under a name of its own. */
    private static final class Keeper implements NoBatchifyTranslator<NDList, NDList> {

        @Override
        public NDList processInput(TranslatorContext context, NDList input) {
            return input;
        }

        @Override
        public NDList processOutput(TranslatorContext context, NDList list) {
            NDArray only = list.get("diff");
            only.setName("mine");
            return new NDList(only);
        }
    }

    @Test
    void leaveNamesToATranslatorOfTheUsers() {
        Translator<NDList, NDList> keeper = new Keeper();
        try (Network network =
                load(criteria("OnnxRuntime", Networks.file("sum_diff.onnx")).optTranslator(keeper))) {
            assertThat(network.inputs()).isEmpty();
            assertThat(network.outputs()).isEmpty();
            assertThat(network.run(Map.of("a", A, "b", B))).containsOnlyKeys("mine");
            assertSubtracts(network, "mine");
        }
    }

    @Test
    void closeTheModel() {
        Network network = load(criteria("OnnxRuntime", Networks.file("sum_diff.onnx")));
        network.close();
        network.close();
        assertThatThrownBy(() -> network.run(Map.of("a", A, "b", B)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void sayInOneLineThatThereIsNoModel() {
        for (Criteria.Builder<NDList, NDList> wrong : List.of(
                criteria("OnnxRuntime", folder),
                criteria("OnnxRuntime", folder.resolve("none")),
                criteria("NoSuchEngine", Networks.file("sum_diff.onnx")))) {
            assertThatThrownBy(() -> load(wrong))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("DJL finds or loads no model by these criteria; ")
                    .hasMessageNotContaining("\n")
                    .hasMessageNotContaining("null");
        }
    }
}

package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the tiny networks that make_models.py describes; all their arithmetic is exact in floats. */
class NetworkTest {

    private static final Tensor A = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final Tensor B = Tensor.of(new float[] {10, 20, 30, 40, 50, 60}, 2, 3);

    private final Network network = Networks.load("sum_diff.onnx");

    @AfterEach
    void close() {
        network.close();
    }

    private static Map<String, Tensor> inOrder(String first, Tensor one, String second, Tensor two) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs.put(first, one);
        inputs.put(second, two);
        return inputs;
    }

    private static void assertDifference(Map<String, Tensor> outputs) {
        assertThat(outputs.get("diff").floats()).containsExactly(-9, -18, -27, -36, -45, -54);
        assertThat(outputs.get("diff").shape()).containsExactly(2, 3);
    }

    @Test
    void givesAllOutputsByName() {
        Map<String, Tensor> outputs = network.run(Map.of("a", A, "b", B));
        assertThat(outputs.keySet()).containsExactly("sum", "diff");
        assertThat(outputs.get("sum").floats()).containsExactly(11, 22, 33, 44, 55, 66);
        assertDifference(outputs);
    }

    @Test
    void bindsInputsByNameWhateverTheirOrder() {
        assertDifference(network.run(inOrder("a", A, "b", B)));
        assertDifference(network.run(inOrder("b", B, "a", A)));
    }

    /** Negative control: with the names swapped, the same assertion fails. */
    @Test
    void theCheckOfBindingSeesSwappedNames() {
        Map<String, Tensor> swapped = network.run(inOrder("b", A, "a", B));
        assertThat(swapped.get("diff").floats()).containsExactly(9, 18, 27, 36, 45, 54);
        assertThatThrownBy(() -> assertDifference(swapped)).isInstanceOf(AssertionError.class);
    }

    @Test
    void givesOneOutputByName() {
        assertThat(network.run(Map.of("a", A, "b", B), "sum").floats()).startsWith(11, 22);
        assertThatThrownBy(() -> network.run(Map.of("a", A, "b", B), "product"))
                .isInstanceOf(ModelException.class)
                .hasMessageEndingWith("sum_diff.onnx: the network has no output 'product'; it has [sum, diff]");
    }

    @Test
    void knowsItsInputsInTheirOrder() {
        assertThat(network.inputs()).containsExactly("a", "b");
        assertThatThrownBy(() -> network.inputs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesMissingWrongAndUnknownInputs() {
        for (Map<String, Tensor> inputs : List.of(
                Map.of("a", A), Map.of("a", A, "c", B), Map.of("a", A, "b", B, "c", B), Map.<String, Tensor>of())) {
            assertThatThrownBy(() -> network.run(inputs))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("sum_diff.onnx: the network reads [a, b], not ");
        }
    }

    @Test
    void runsAnyNumberOfRows() {
        for (int rows : new int[] {1, 1000, 3, 0, 7}) {
            Tensor ones = Networks.filled(1, rows);
            Tensor sum = network.run(Map.of("a", ones, "b", ones), "sum");
            assertThat(sum.shape()).containsExactly(rows, 3);
            assertThat(sum.floats()).isEqualTo(Networks.filled(2, rows).floats());
        }
    }

    @Test
    void refusesAWrongShapeOrType() {
        for (Tensor wrong : new Tensor[] {
            Tensor.of(new float[4], 2, 2),
            Tensor.of(new float[3], 3),
            Tensor.of(new float[9], 3, 3),
            Tensor.of(new long[6], 2, 3)
        }) {
            assertThatThrownBy(() -> network.run(Map.of("a", A, "b", wrong)))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("sum_diff.onnx: the network failed on ")
                    .hasMessageContaining(wrong.toString());
        }
    }

    @Test
    void worksAfterAFailure() {
        Tensor wrong = Tensor.of(new float[4], 2, 2);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> network.run(Map.of("a", A, "b", wrong))).isInstanceOf(ModelException.class);
            assertDifference(network.run(Map.of("a", A, "b", B)));
        }
    }

    @Test
    void readsAndWritesIntegers() {
        try (Network twice = Networks.load("twice.onnx")) {
            Map<String, Tensor> outputs = twice.run(Map.of("ids", Tensor.of(new long[] {1, -5, 1L << 40}, 3)));
            assertThat(outputs.get("twice").longs()).containsExactly(2, -10, 1L << 41);
            assertThat(outputs.get("twice").shape()).containsExactly(3);
            assertThat(outputs.get("half").floats()).containsExactly(0.5f, -2.5f, 1L << 39);
        }
    }

    @Test
    void leavesItsInputsUnchangedAndItsOutputsAlone() {
        float[] values = {1, 2, 3};
        Tensor a = Tensor.of(values, 1, 3);
        Tensor first = network.run(Map.of("a", a, "b", a), "sum");
        network.run(Map.of("a", B, "b", B));
        assertThat(values).containsExactly(1, 2, 3);
        assertThat(first.floats()).containsExactly(2, 4, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void givesTheSameWithAnyNumberOfThreads(int threads) {
        try (Network other = Network.load(
                Networks.file("sum_diff.onnx"), NetworkOptions.defaults().withThreads(threads))) {
            assertDifference(other.run(Map.of("a", A, "b", B)));
        }
    }

    @Test
    void refusesToRunOnceClosed() {
        network.run(Map.of("a", A, "b", B));
        network.close();
        assertThatThrownBy(() -> network.run(Map.of("a", A, "b", B)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The model sum_diff.onnx is closed");
        assertThatThrownBy(() -> network.run(Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mayBeClosedTwiceAndWithoutARun() {
        network.close();
        network.close();
        assertThat(network.inputs()).containsExactly("a", "b");
    }
}

package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks that compute with other element types than our tensors hold. */
class NetworkTypesTest {

    private static final Map<String, Tensor> INPUTS = Map.of(
            "half", Tensor.of(new float[] {0.1f, 2}, 2),
            "brain", Tensor.of(new float[] {0.1f, 2}, 2),
            "wide", Tensor.of(new float[] {0.1f, 2}, 2),
            "int", Tensor.of(new long[] {-3, 200}, 2),
            "flag", Tensor.of(new long[] {0, 7}, 2));

    private static Map<String, Tensor> with(String name, Tensor tensor) {
        Map<String, Tensor> inputs = new HashMap<>(INPUTS);
        inputs.put(name, tensor);
        return inputs;
    }

    @Test
    void areGivenWhatTheyRead() {
        try (Network network = Networks.load("types.onnx")) {
            Map<String, Tensor> outputs = network.run(INPUTS);
            // 0.1 is 0x2e66 as float16 and 0x3dcd as bfloat16
            assertThat(outputs.get("half_out").floats()).containsExactly(2 * 0.0999755859375f, 4);
            assertThat(outputs.get("brain_out").floats()).containsExactly(0.10009765625f, 2);
            assertThat(outputs.get("wide_out").floats()).containsExactly(0.2f, 4);
            assertThat(outputs.get("int_out").longs()).containsExactly(-6, 400);
            assertThat(outputs.get("flag_out").longs()).containsExactly(1, 0);
            assertThat(outputs.get("byte_out").longs()).containsExactly(253, 200);
        }
    }

    @Test
    void mayHaveNoValues() {
        try (Network network = Networks.load("types.onnx")) {
            Tensor nothing = Tensor.of(new float[0], 0);
            Tensor none = Tensor.of(new long[0], 0);
            Map<String, Tensor> outputs =
                    network.run(Map.of("half", nothing, "brain", nothing, "wide", nothing, "int", none, "flag", none));
            assertThat(outputs).hasSize(6);
            assertThat(outputs.get("half_out").floats()).isEmpty();
            assertThat(outputs.get("byte_out").longs()).isEmpty();
        }
    }

    @Test
    void refuseIntegersThatDoNotFit() {
        try (Network network = Networks.load("types.onnx")) {
            assertThatThrownBy(() -> network.run(with("int", Tensor.of(new long[] {1, 1L << 31}, 2))))
                    .isInstanceOf(ModelException.class)
                    .hasMessageEndingWith(
                            "types.onnx: the network reads 32-bit integers as 'int', which 2147483648 is not");
            Tensor limits = Tensor.of(new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, 2);
            assertThat(network.run(with("int", limits), "int_out").longs()).containsExactly(0, -2);
        }
    }

    @Test
    void refuseFloatsForIntegersAndIntegersForFloats() {
        try (Network network = Networks.load("types.onnx")) {
            for (Map<String, Tensor> inputs :
                    List.of(with("int", Tensor.of(new float[2], 2)), with("half", Tensor.of(new long[2], 2)))) {
                assertThatThrownBy(() -> network.run(inputs))
                        .isInstanceOf(ModelException.class)
                        .hasMessageContaining("types.onnx: the network failed on ");
            }
        }
    }

    @Test
    void giveDoublesAsFloats() {
        try (Network wide = Networks.load("double.onnx")) {
            assertThat(wide.run(Map.of("x", Tensor.of(new float[] {0.1f}, 1)), "wide")
                            .floats())
                    .containsExactly(0.1f);
        }
    }

    @Test
    void refuseToReadOrWriteTexts() {
        try (Network text = Networks.load("text.onnx")) {
            assertThatThrownBy(() -> text.run(Map.of("x", Tensor.of(new long[] {1}, 1))))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("text.onnx: the network failed on ");
        }
    }
}

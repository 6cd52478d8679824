package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a network tells of itself before it runs. */
class NetworkSignatureTest {

    @Test
    void namesInputsAndOutputsInOrder() {
        try (Network network = Networks.load("sum_diff.onnx")) {
            assertThat(network.inputs()).containsExactly("a", "b");
            assertThat(network.outputs()).containsExactly("sum", "diff");
            assertThatThrownBy(() -> network.outputs().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void givesShapesWithFreeLengths() {
        try (Network network = Networks.load("ports.onnx")) {
            assertThat(network.shape("x").orElseThrow()).containsExactly(2, -1, -1);
            assertThat(network.shape("x_out").orElseThrow()).containsExactly(2, -1, -1);
            assertThat(network.shape("s").orElseThrow()).isEmpty();
        }
    }

    @Test
    void givesNoShapeWhereNoneIsTold() {
        try (Network network = Networks.load("ports.onnx")) {
            assertThat(network.shape("u")).isEmpty();
            assertThat(network.shape("u_out")).isEmpty();
            assertThat(network.shape("nothing")).isEmpty();
        }
    }

    @Test
    void keepsItsShapesFromItsCallers() {
        try (Network network = Networks.load("ports.onnx")) {
            network.shape("x").orElseThrow()[0] = 99;
            assertThat(network.shape("x").orElseThrow()).containsExactly(2, -1, -1);
        }
    }

    /** Files of the format's first versions list weights among the inputs. */
    @Test
    void doesNotTakeWeightsForInputs() {
        try (Network network = Networks.load("weights.onnx")) {
            assertThat(network.inputs()).containsExactly("x");
            assertThat(network.shape("w")).isEmpty();
            Tensor x = Tensor.of(new float[] {1, 2}, 2);
            assertThat(network.run(Map.of("x", x), "y").floats()).containsExactly(3, 6);
        }
    }

    @Test
    void tellsItWhenClosedToo() {
        Network network = Networks.load("sum_diff.onnx");
        network.close();
        assertThat(network.outputs()).containsExactly("sum", "diff");
        assertThat(network.shape("a").orElseThrow()).containsExactly(-1, 3);
    }
}

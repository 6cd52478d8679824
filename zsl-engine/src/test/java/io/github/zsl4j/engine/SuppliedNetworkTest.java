package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuppliedNetworkTest {

    private static final Tensor ONES = Networks.filled(1, 2);
    private static final Tensor FIVES = Networks.filled(5, 2);

    private final Network network = Networks.load("sum_diff.onnx");
    private final Network view = network.supplying(Map.of("b", ONES));

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void asksForTheOtherInputsOnly() {
        assertThat(view.inputs()).containsExactly("a");
        assertThat(network.inputs()).containsExactly("a", "b");
        assertThatThrownBy(() -> view.inputs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void tellsOutputsAndShapesOfTheNetwork() {
        assertThat(view.outputs()).containsExactly("sum", "diff");
        assertThat(view.shape("diff").orElseThrow()).containsExactly(-1, 3);
    }

    @Test
    void givesTheConstantsToEveryRun() {
        for (int i = 0; i < 3; i++) {
            assertThat(view.run(Map.of("a", FIVES)).get("diff").floats()).containsOnly(4);
            assertThat(view.run(Map.of("a", FIVES), "diff").floats()).containsOnly(4);
        }
    }

    @Test
    void prefersWhatTheCallerGives() {
        assertThat(view.run(Map.of("a", FIVES, "b", FIVES), "diff").floats()).containsOnly(0);
        assertThat(view.run(Map.of("a", FIVES), "diff").floats()).containsOnly(4);
    }

    @Test
    void mayBeSuppliedAgain() {
        Network whole = view.supplying(Map.of("a", FIVES));
        assertThat(whole.inputs()).isEmpty();
        assertThat(whole.run(Map.of(), "sum").floats()).containsOnly(6);
    }

    @Test
    void isNotChangedByTheMapItWasGiven() {
        Map<String, Tensor> constants = new HashMap<>(Map.of("b", ONES));
        Network other = network.supplying(constants);
        constants.put("b", FIVES);
        assertThat(other.run(Map.of("a", FIVES), "diff").floats()).containsOnly(4);
    }

    @Test
    void refusesWhatDoesNotFitTheNetwork() {
        assertThatThrownBy(() -> view.run(Map.of()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("the network reads [a, b], not [b]");
        assertThatThrownBy(() -> network.supplying(Map.of("c", ONES)).run(Map.of("a", ONES, "b", ONES)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("the network reads [a, b], not ");
    }

    @Test
    void closesTheNetwork() {
        view.close();
        assertThatThrownBy(() -> network.run(Map.of("a", ONES, "b", ONES))).isInstanceOf(IllegalStateException.class);
    }
}

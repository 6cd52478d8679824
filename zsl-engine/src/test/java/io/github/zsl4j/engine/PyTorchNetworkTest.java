package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Runs of the tiny TorchScript networks that make_torch_models.py describes. */
class PyTorchNetworkTest {

    private static final NetworkOptions TORCH = NetworkOptions.defaults().withEngine(NetworkOptions.PYTORCH);
    private static final Tensor A = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final Tensor B = Tensor.of(new float[] {10, 20, 30, 40, 50, 60}, 2, 3);

    private static Network load(String name) {
        return Network.load(Networks.file(name), TORCH);
    }

    @Test
    void bindsParametersByName() {
        try (Network network = load("sum_diff.pt")) {
            assertThat(network.inputs()).containsExactly("a", "b");
            assertThat(network.outputs()).containsExactly("0", "1");
            assertThat(network.shape("a")).isEmpty();
            assertThat(network.run(Map.of("a", A, "b", B), "1").floats()).containsExactly(-9, -18, -27, -36, -45, -54);
            // Negative control: swapped names give another result.
            assertThat(network.run(Map.of("b", A, "a", B), "1").floats()).containsExactly(9, 18, 27, 36, 45, 54);
        }
    }

    @Test
    void givesTheElementsOfATupleByPosition() {
        try (Network network = load("sum_diff.pt")) {
            Map<String, Tensor> outputs = network.run(Map.of("a", A, "b", B));
            assertThat(outputs.keySet()).containsExactly("0", "1");
            assertThat(outputs.get("0").floats()).containsExactly(11, 22, 33, 44, 55, 66);
            assertThat(outputs.get("0").shape()).containsExactly(2, 3);
        }
    }

    @Test
    void givesTheElementsOfAListByPosition() {
        try (Network network = load("list.pt")) {
            assertThat(network.outputs()).isEmpty();
            assertThat(network.run(Map.of("x", A), "1").floats()).containsExactly(-1, -2, -3, -4, -5, -6);
        }
    }

    @Test
    void givesTheEntriesOfADictionaryByName() {
        try (Network network = load("dictionary.pt")) {
            Map<String, Tensor> outputs = network.run(Map.of("x", A));
            assertThat(outputs).containsOnlyKeys("twice", "square");
            assertThat(outputs.get("square").floats()).containsExactly(1, 4, 9, 16, 25, 36);
            assertThatThrownBy(() -> network.run(Map.of("x", A), "cube"))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("dictionary.pt: the network has no output 'cube'; it has [");
        }
    }

    @Test
    void readsOutputsRowByRowHoweverTheyLie() {
        try (Network network = load("turned.pt")) {
            Tensor turned = network.run(Map.of("x", A), "0");
            assertThat(turned.shape()).containsExactly(3, 2);
            assertThat(turned.floats()).containsExactly(1, 4, 2, 5, 3, 6);
        }
    }

    @Test
    void leavesOutWhatHasADefault() {
        try (Network network = load("default.pt")) {
            assertThat(network.run(Map.of("x", A), "0").floats()).isEqualTo(A.floats());
            Tensor two = Tensor.of(new float[] {2}, 1);
            assertThat(network.run(Map.of("x", A, "factor", two), "0").floats()).containsExactly(2, 4, 6, 8, 10, 12);
            assertThatThrownBy(() -> network.run(Map.of("factor", two)))
                    .isInstanceOf(ModelException.class)
                    .hasMessageEndingWith("default.pt: the network reads [x, factor], not [factor]");
        }
    }

    @Test
    void acceptsTheUsualNamesForLostOnes() {
        try (Network network = load("image.pt")) {
            Map<String, Tensor> outputs = network.run(Map.of("input_ids", A, "pixel_values", B));
            assertThat(outputs.get("0").floats()).isEqualTo(B.floats());
            assertThat(outputs.get("1").floats()).isEqualTo(A.floats());
        }
    }

    @Test
    void readsOtherElementTypes() {
        try (Network network = load("types.pt")) {
            Map<String, Tensor> outputs = network.run(Map.of("x", Tensor.of(new float[] {0.1f, -2, 0}, 3)));
            assertThat(outputs.get("0").floats()).containsExactly(0.0999755859375f, -2, 0);
            assertThat(outputs.get("1").floats()).containsExactly(0.10009765625f, -2, 0);
            assertThat(outputs.get("2").floats()).containsExactly(0.1f, -2, 0);
            assertThat(outputs.get("3").longs()).containsExactly(0, -2, 0);
            assertThat(outputs.get("4").longs()).containsExactly(1, 1, 0);
        }
    }

    @Test
    void reportsFailuresInOneLineAndWorksOn() {
        try (Network network = load("sum_diff.pt")) {
            Tensor wrong = Tensor.of(new float[4], 2, 2);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> network.run(Map.of("a", A, "b", wrong)))
                        .isInstanceOf(ModelException.class)
                        .hasMessageContaining("sum_diff.pt: the network failed on ")
                        .hasMessageContaining(
                                "(RuntimeError: The size of tensor a (3) must match the size of tensor b (2)")
                        .hasMessageNotContaining("\n");
                assertThat(network.run(Map.of("a", A, "b", B), "0").floats()).startsWith(11, 22);
            }
        }
    }

    @Test
    void runsAnyNumberOfRows() {
        try (Network network = load("sum_diff.pt")) {
            for (int rows : new int[] {1, 1000, 3, 0, 7}) {
                Tensor ones = Networks.filled(1, rows);
                assertThat(network.run(Map.of("a", ones, "b", ones), "0").floats())
                        .isEqualTo(Networks.filled(2, rows).floats());
            }
        }
    }

    /** The file was saved in training mode, in which half of the values would be zero. */
    @Test
    void neverRunsInTrainingMode() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                try (Network network = load("dropout.pt")) {
                    List<Future<Tensor>> results = new ArrayList<>();
                    for (int i = 0; i < 8; i++) {
                        results.add(pool.submit(() -> network.run(Map.of("x", Networks.filled(1, 50)), "0")));
                    }
                    for (Future<Tensor> result : results) {
                        assertThat(result.get().floats())
                                .isEqualTo(Networks.filled(1, 50).floats());
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void mayRunOnManyThreads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Network network = load("sum_diff.pt")) {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                int call = i;
                results.add(pool.submit(() -> {
                    int rows = 1 + call % 50;
                    Map<String, Tensor> inputs =
                            Map.of("a", Networks.filled(call, rows), "b", Networks.filled(1, rows));
                    assertThat(network.run(inputs, "0").floats())
                            .isEqualTo(Networks.filled(call + 1, rows).floats());
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refusesToRunOnceClosed() {
        Network network = load("sum_diff.pt");
        network.close();
        network.close();
        assertThatThrownBy(() -> network.run(Map.of("a", A, "b", B)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The model sum_diff.pt is closed");
    }
}

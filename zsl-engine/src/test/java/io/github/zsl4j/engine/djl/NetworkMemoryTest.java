package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.NoopTranslator;
import io.github.zsl4j.engine.Networks;
import io.github.zsl4j.engine.Offline;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Native memory hangs on DJL's managers: a run leaves nothing on the model's, whether it succeeds or fails. */
class NetworkMemoryTest {

    private static final int RUNS = 2000;

    /** What hangs on a manager, counted with what hangs on its children. */
    private static int resources(NDManager manager) throws ReflectiveOperationException {
        Field field = BaseNDManager.class.getDeclaredField("resources");
        field.setAccessible(true);
        int count = 0;
        for (Object resource : ((Map<?, ?>) field.get(manager)).values()) {
            count += 1 + (resource instanceof NDManager child ? resources(child) : 0);
        }
        return count;
    }

    private static Model load(Path file, String engine) throws Exception {
        return Offline.call(() -> {
            Model model = Model.newInstance("m", engine);
            model.load(file);
            return model;
        });
    }

    private static Predictor<NDList, NDList> predictor(Model model) {
        return model.newPredictor(new NoopTranslator(null));
    }

    @ParameterizedTest
    @CsvSource({"OnnxRuntime, sum_diff.onnx, sum", "PyTorch, sum_diff.pt, 0"})
    void staysFlat(String engine, String name, String output) throws Exception {
        Path file = Networks.file(name);
        Model model = load(file, engine);
        try (DjlNetwork network = new DjlNetwork(file, model, Description.of(file, model), () -> predictor(model))) {
            Tensor wrong = Tensor.of(new float[4], 2, 2);
            network.run(Map.of("a", Networks.filled(1, 5), "b", Networks.filled(1, 5)));
            int before = resources(model.getNDManager());
            for (int i = 0; i < RUNS; i++) {
                Tensor rows = Networks.filled(i, 1 + i % 20);
                network.run(Map.of("a", rows, "b", rows), output);
                if (i % 50 == 0) {
                    network.run(Map.of("a", rows, "b", rows));
                    assertThatThrownBy(() -> network.run(Map.of("a", Networks.filled(1, 2), "b", wrong)))
                            .isInstanceOf(ModelException.class);
                }
            }
            assertThat(resources(model.getNDManager())).isEqualTo(before);
        }
    }

    /** Negative control: an array that nobody frees is seen. */
    @ParameterizedTest
    @CsvSource({"OnnxRuntime, sum_diff.onnx", "PyTorch, sum_diff.pt"})
    void theCheckSeesAnArrayThatStays(String engine, String name) throws Exception {
        try (Model model = load(Networks.file(name), engine)) {
            int before = resources(model.getNDManager());
            model.getNDManager().create(new float[] {1});
            assertThat(resources(model.getNDManager())).isEqualTo(before + 1);
        }
    }
}

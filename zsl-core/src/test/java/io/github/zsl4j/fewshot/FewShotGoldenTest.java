package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.evaluate.ReferenceTable;
import io.github.zsl4j.fewshot.TipAdapterF.Descent;
import io.github.zsl4j.prototype.Prototypes;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against NumPy, PyTorch and scikit-learn: make_few_shot.py beside the data. */
class FewShotGoldenTest {

    private static final double SCALE = 20;
    private static final TipAdapter ADAPTER = new TipAdapter(2.5, 4);

    /** Cosines are sums of floats, and keys are rounded to floats after training; logits are up to 30. */
    private static final double TOLERANCE = 1e-4;

    private final Map<String, Double> expected = ReferenceTable.values(FewShotGoldenTest.class, "expected.csv");
    private final SupportSet support = FewShotTable.read("support.csv").set();
    private final FewShotTable queries = FewShotTable.read("queries.csv");
    private final FewShotTable classes = FewShotTable.read("prototypes.csv");
    private final Ranker zeroShot = new PrototypeRanker(
            Prototypes.of(classes.labels(), classes.vectors()), Similarity.COSINE, Calibration.softmax(SCALE));

    private double[][] logits(Ranker ranker) {
        return Arrays.stream(ranker.scores(queries.vectors()))
                .map(row -> Arrays.stream(row).map(s -> SCALE * s).toArray())
                .toArray(double[][]::new);
    }

    private void assertExpected(String name, double[][] values) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                assertThat(values[i][j])
                        .as("%s, query %d, class %d", name, i, j)
                        .isCloseTo(expected.get(name + "_" + i + "_" + j), within(TOLERANCE));
            }
        }
    }

    private Ranker trained(int batch, boolean ownKeys, long seed) {
        return new TipAdapterF(ADAPTER, new Descent(12, batch, 0.01, seed), ownKeys).fit(zeroShot, support);
    }

    @Test
    void addsTheCacheAsNumPyDoes() {
        assertExpected("tip", logits(ADAPTER.fit(zeroShot, support)));
    }

    @Test
    void trainsKeysAsPyTorchDoes() {
        assertExpected("whole_own", logits(trained(100, true, 5)));
        assertExpected("whole", logits(trained(100, false, 5)));
        assertExpected("batches", logits(trained(7, false, 5)));
    }

    @Test
    void theCheckSeesAnotherOrderOwnKeysAndNoTraining() {
        assertThatThrownBy(() -> assertExpected("batches", logits(trained(7, false, 6))))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertExpected("whole", logits(trained(100, true, 5))))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertExpected("whole", logits(ADAPTER.fit(zeroShot, support))))
                .isInstanceOf(AssertionError.class);
    }

    private double[][] probabilities(double penalty) {
        Ranker probe = LinearProbe.of(penalty).fit(support);
        return Arrays.stream(probe.scores(queries.vectors()))
                .map(probe.calibration()::probabilities)
                .toArray(double[][]::new);
    }

    @Test
    void probesAsScikitLearnDoes() {
        assertExpected("probe_0.01", probabilities(0.01));
        assertExpected("probe_1.0", probabilities(1));
        assertThatThrownBy(() -> assertExpected("probe_1.0", probabilities(0.99)))
                .isInstanceOf(AssertionError.class);
    }
}

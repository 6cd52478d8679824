package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.prototype.Prototypes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreAdjustmentTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("plane", 2);
    private static final PrototypeRanker RANKER = new PrototypeRanker(
            Prototypes.of(List.of("seen", "unseen"), EmbeddingMatrix.of(SPACE, new float[] {1, 0, 0, 1})),
            Similarity.DOT,
            Calibration.softmax(1));
    private static final Embedding PICTURE = Embedding.of(SPACE, new float[] {0.6f, 0.5f});

    @Test
    void stackingChangesTheRanking() {
        assertThat(RANKER.rank(PICTURE).best().label()).isEqualTo("seen");
        PrototypeRanker stacked = RANKER.withAdjustment(CalibratedStacking.of(0.2, true, false));
        Ranking ranking = stacked.rank(PICTURE);
        assertThat(ranking.best().label()).isEqualTo("unseen");
        assertThat(ranking.entries().get(1).score()).isCloseTo(0.4, within(1e-6));
        assertThat(ranking.best().probability()).isGreaterThan(0.5);
    }

    @Test
    void stackingLeavesItsArgumentAlone() {
        double[] scores = {1, 2};
        CalibratedStacking.of(1, true, false).adjust(scores);
        assertThat(scores).containsExactly(1, 2);
    }

    @Test
    void aSecondCalibrationKeepsTheAdjustment() {
        PrototypeRanker stacked = RANKER.withAdjustment(CalibratedStacking.of(0.2, true, false));
        assertThat(stacked.withCalibration(Calibration.softmax(9))
                        .rank(PICTURE)
                        .best()
                        .label())
                .isEqualTo("unseen");
    }

    @Test
    void refusesOtherClasses() {
        CalibratedStacking stacking = CalibratedStacking.of(0.2, true, false, false);
        assertThatThrownBy(() -> stacking.adjust(new double[2])).hasMessageContaining("2 scores, but 3 classes");
        assertThatThrownBy(() -> CalibratedStacking.of(0.2, true, true)).hasMessageContaining("one side has none");
        assertThatThrownBy(() -> CalibratedStacking.of(Double.NaN, true, false)).hasMessageContaining("NaN");
    }

    /** Seen pictures have margins around 2, unseen ones around 1: the gate lies between, where plain scores say seen to all. */
    private static LabelledScores examples() {
        Random random = new Random(3);
        double[][] scores = new double[400][];
        int[] labels = new int[400];
        for (int i = 0; i < 400; i++) {
            labels[i] = i % 4;
            double margin = (labels[i] < 2 ? 2 : 1) + 0.3 * random.nextGaussian();
            double right = labels[i] % 2 == 0 ? 1 : 0;
            scores[i] = new double[] {margin + right, margin + 1 - right, right, 1 - right};
        }
        return LabelledScores.of(scores, labels);
    }

    @Test
    void theGateLiesBetweenSeenAndUnseen() {
        LabelledScores examples = examples();
        SeenUnseenGate gate = SeenUnseenGate.fit(examples, true, true, false, false);
        int right = 0;
        for (int i = 0; i < examples.rows(); i++) {
            int row = i;
            double[] adjusted = gate.adjust(java.util.stream.IntStream.range(0, 4)
                    .mapToDouble(c -> examples.score(row, c))
                    .toArray());
            right += LabelledScores.of(new double[][] {adjusted}, new int[] {examples.label(i)})
                                    .rank(0)
                            == 0
                    ? 1
                    : 0;
        }
        assertThat(right).isGreaterThan(340);
        assertThat(examples.topAccuracy(1)).isLessThan(0.55);
    }

    @Test
    void theGateGivesProbabilities() {
        SeenUnseenGate gate =
                SeenUnseenGate.fit(examples(), true, true, false, false).forClasses(true, false, false);
        double[] p = Calibration.softmax(1).probabilities(gate.adjust(new double[] {1, 0.2, 0.1}));
        double[] logs = gate.adjust(new double[] {1, 0.2, 0.1});
        assertThat(Math.exp(logs[0]) + Math.exp(logs[1]) + Math.exp(logs[2])).isCloseTo(1, within(1e-9));
        assertThat(p[1]).isCloseTo(Math.exp(logs[1]), within(1e-9));
        assertThat(gate.adjust(new double[] {1e6, -1e6, 0})).doesNotContain(Double.NEGATIVE_INFINITY, Double.NaN);
    }
}

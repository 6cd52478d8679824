package io.github.zsl4j.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.linalg.Matrix;
import org.junit.jupiter.api.Test;

/** What closed forms take from a training set besides its sums by class. */
class TrainingSumsTest {

    private static final TrainingSet EXAMPLES = TrainingSet.of(
            EmbeddingMatrix.wrap(EmbeddingSpace.of("features", 2), new float[] {1, 2, 3, 4, 5, 6}),
            new int[] {0, 1, 1},
            EmbeddingMatrix.wrap(EmbeddingSpace.of("semantics", 3), new float[] {1, 0, 2, 0, 1, 3}));

    /** The sum over pictures of x times s: (1, 2) with class 0, (8, 10) with class 1. */
    @Test
    void crossProductOfFeaturesAndSemantics() {
        assertThat(EXAMPLES.crossProduct().values()).containsExactly(1, 8, 26, 2, 10, 34);
    }

    @Test
    void preparesTheGramMatrixOnceForManyShifts() {
        assertThat(EXAMPLES.gramSystems()).isSameAs(EXAMPLES.gramSystems());
        Matrix solved =
                EXAMPLES.gramSystems().solve(new double[] {1}, Matrix.wrap(1, 2, new double[] {36 + 44, 44 + 57}));
        // XᵀX + I = [[36, 44], [44, 57]], so that the solution is (1, 1).
        assertThat(solved.values()).containsExactly(new double[] {1, 1}, within(1e-10));
    }

    @Test
    void logarithmsOfProbabilitiesStayFinite() {
        EmbeddingSpace space = EmbeddingSpace.of("probabilities", 3);
        float[] logs = FunctionAlignment.of(space, RowFunction.LOG)
                .apply(Embedding.of(space, 1, (float) Math.exp(-2), 0))
                .toArray();
        assertThat(logs).containsExactly(new float[] {0, -2, (float) Math.log(1e-30)}, within(1e-6f));
    }
}

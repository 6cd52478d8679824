package io.github.zsl4j.train.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import io.github.zsl4j.testkit.LinearWorld;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Schedule;
import io.github.zsl4j.train.TrainingOptions;
import org.junit.jupiter.api.Test;

/** With the mean squared error, the linear projection is that of least squares, which has a closed form. */
class LeastSquaresTest {

    private static final TrainingSet SEEN = LinearWorld.of(6, 8, 1).seen();

    private static LinearAlignment trained(ProjectionLoss loss) {
        TrainingOptions options = TrainingOptions.of(400)
                .withBatchSize(SEEN.size())
                .withOptimiser(Optimiser.adam(0.05).withSchedule(Schedule.cosine()));
        return (LinearAlignment) new LinearProjection(loss, Destination.semantics(), options)
                .fit(SEEN)
                .features();
    }

    /** [7, 8]: the six rows of W, then b. */
    private static Matrix leastSquares() {
        int n = SEEN.size();
        double[] x = new double[n * 7];
        double[] s = new double[n * 8];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 7; j++) {
                x[i * 7 + j] = j == 6 ? 1 : SEEN.features().row(i).toArray()[j];
            }
            for (int j = 0; j < 8; j++) {
                s[i * 8 + j] = SEEN.semantics().row(SEEN.label(i)).toArray()[j];
            }
        }
        Matrix inputs = Matrix.wrap(n, 7, x);
        LinearAlgebra algebra = LinearAlgebra.backend();
        return algebra.solve(algebra.gram(inputs), algebra.multiply(inputs.transpose(), Matrix.wrap(n, 8, s)));
    }

    private static double distance(LinearAlignment found) {
        Matrix expected = leastSquares();
        double worst = 0;
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 8; j++) {
                float value = i == 6 ? found.bias()[j] : found.weights()[i * 8 + j];
                worst = Math.max(worst, Math.abs(value - expected.get(i, j)));
            }
        }
        return worst;
    }

    @Test
    void tendsToLeastSquares() {
        assertThat(distance(trained(ProjectionLoss.MEAN_SQUARED_ERROR))).isCloseTo(0, within(1e-4));
    }

    @Test
    void isAnotherMapWithAnotherLoss() {
        assertThat(distance(trained(ProjectionLoss.COSINE))).isGreaterThan(0.05);
    }
}

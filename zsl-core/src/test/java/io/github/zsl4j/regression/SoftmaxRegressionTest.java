package io.github.zsl4j.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.closedform.ReferenceWorld;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxRegressionTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);

    private static EmbeddingMatrix probabilities(LinearAlignment logits, EmbeddingMatrix features) {
        return AlignmentChain.of(logits, FunctionAlignment.of(logits.target(), RowFunction.SOFTMAX))
                .apply(features);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void givesTheProbabilitiesOfScikitLearn(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        TrainingSet examples = world.examples();
        LinearAlignment logits =
                new SoftmaxRegression(0.1).fit(examples.features(), examples.labels(), examples.classes());
        world.assertReference("softmax", ReferenceWorld.rows(probabilities(logits, world.pictures())));
    }

    /** More rows than one block has, and too many values to be kept. */
    @Test
    void takesMoreExamplesThanOneBlock() {
        int n = 2_500;
        EmbeddingSpace space = EmbeddingSpace.of("wide", 2_000);
        Random random = new Random(1);
        float[] x = new float[n * 2_000];
        int[] labels = IntStream.range(0, n).map(i -> i % 2).toArray();
        for (int i = 0; i < n; i++) {
            x[i * 2_000 + random.nextInt(1_999)] = (float) random.nextGaussian();
            x[i * 2_000 + 1_999] = labels[i] == 0 ? -1 : 1;
        }
        EmbeddingMatrix features = EmbeddingMatrix.wrap(space, x);
        EmbeddingMatrix p = probabilities(new SoftmaxRegression(1).fit(features, labels, 2), features);
        for (int i = 0; i < n; i++) {
            assertThat(p.row(i).get(labels[i])).isGreaterThan(0.9f);
        }
    }

    /** The mean of the probabilities is the part of each class: the derivative with respect to b is 0. */
    @Test
    void keepsThePartOfEachClass() {
        EmbeddingMatrix features = EmbeddingMatrix.wrap(PLANE, new float[] {100, 3, 101, 2, 99, 2, 100, 1, 102, 5});
        EmbeddingMatrix p =
                probabilities(new SoftmaxRegression(0.5).fit(features, new int[] {0, 1, 1, 2, 2}, 3), features);
        double[] sums = new double[3];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 3; j++) {
                sums[j] += p.row(i).get(j);
            }
        }
        // The gradient is 1e-8 of what it was; probabilities are floats.
        assertThat(sums).containsExactly(new double[] {1, 2, 2}, within(1e-5));
    }

    @Test
    void refusesOptionsAndDataThatDoNotFit() {
        EmbeddingMatrix two = EmbeddingMatrix.wrap(PLANE, new float[] {1, 2, 3, 4});
        SoftmaxRegression regression = new SoftmaxRegression(1);
        assertRefused(() -> new SoftmaxRegression(0), "above 0");
        assertRefused(() -> new SoftmaxRegression(Double.NaN), "NaN");
        assertRefused(() -> regression.fit(two, new int[] {0}, 2), "2 rows of features but 1 labels");
        assertRefused(() -> regression.fit(two, new int[] {0, 2}, 2), "Label 1 is 2");
        assertRefused(() -> regression.fit(two, new int[] {0, 2}, 3), "Class 1 has no example");
        assertRefused(() -> regression.fit(two, new int[] {0, 0}, 1), "two classes");
        boolean[][] same = {{true, true}, {true, false}};
        assertRefused(() -> new LogisticRegression(1).fit(two, new int[] {0, 1}, same), "question 0");
        assertRefused(() -> new LogisticRegression(-1), "above 0");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}

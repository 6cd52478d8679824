package io.github.zsl4j.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.ZeroShotScorer;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.generate.FinalClassifier.Kind;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedFeaturesTest {

    private static final EmbeddingSpace X = EmbeddingSpace.of("features", 4);
    private static final EmbeddingSpace S = EmbeddingSpace.of("semantics", 3);

    /** Features are (s, s_1 + s_2 + s_3) and noise. */
    private static final float[] MAP = {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1};

    /** Four classes, of which the last two are not seen. */
    private static final EmbeddingMatrix CLASSES =
            EmbeddingMatrix.wrap(S, new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1, -1, -1, 0});

    private static EmbeddingMatrix pictures(int classes, int perClass, long seed) {
        return generator().sample(CLASSES.select(IntStream.range(0, classes).toArray()), perClass, seed);
    }

    private static int[] labels(int classes, int perClass) {
        return IntStream.range(0, classes * perClass).map(i -> i / perClass).toArray();
    }

    private static NetworkGenerator generator() {
        float[] weights = Arrays.copyOf(MAP, 28);
        for (int j = 0; j < 4; j++) {
            weights[12 + 5 * j] = 0.1f;
        }
        EmbeddingSpace joint = EmbeddingSpace.of("semantics and noise", 7);
        return new NetworkGenerator(new IdentityAlignment(S), LinearAlignment.of(joint, X, weights));
    }

    private static ZeroShotScorer fit(Kind kind) {
        GeneratorTrainer trainer = examples ->
                new GenerativeModel(new IdentityAlignment(examples.features().space()), generator());
        TrainingSet seen = TrainingSet.of(pictures(2, 10, 7), labels(2, 10), CLASSES.select(0, 1));
        return new GeneratedFeatures(trainer, Scaling.NONE, Scaling.NONE, new FinalClassifier(kind, 20, 0.1, 1))
                .fit(seen);
    }

    private static int best(double[] scores) {
        return IntStream.range(0, scores.length)
                .reduce((a, b) -> scores[b] > scores[a] ? b : a)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void choosesAmongSeenAndUnseenClasses(Kind kind) {
        double[][] scores = fit(kind).scores(pictures(4, 5, 99), CLASSES);
        int[] found =
                Arrays.stream(scores).mapToInt(GeneratedFeaturesTest::best).toArray();
        assertThat(found).isEqualTo(labels(4, 5));
    }

    @ParameterizedTest
    @EnumSource
    void doesNotDependOnTheOrderOfTheCandidates(Kind kind) {
        ZeroShotScorer scorer = fit(kind);
        double[][] scores = scorer.scores(pictures(4, 2, 99), CLASSES);
        double[][] backwards = scorer.scores(pictures(4, 2, 99), CLASSES.select(3, 2, 1, 0));
        for (int i = 0; i < scores.length; i++) {
            for (int c = 0; c < 4; c++) {
                assertThat(backwards[i][3 - c]).isCloseTo(scores[i][c], within(0.02));
            }
        }
    }

    /** What is generated of a class that was seen would be elsewhere, as the generator here is told another map. */
    @Test
    void takesRealFeaturesOfSeenClasses() {
        GeneratorTrainer wrong = examples -> new GenerativeModel(
                new IdentityAlignment(X),
                generator().after(LinearAlignment.of(S, S, new float[] {0, 1, 0, 1, 0, 0, 0, 0, 1})));
        TrainingSet seen = TrainingSet.of(pictures(2, 10, 7), labels(2, 10), CLASSES.select(0, 1));
        ZeroShotScorer scorer = new GeneratedFeatures(
                        wrong, Scaling.NONE, Scaling.NONE, new FinalClassifier(Kind.DISCRIMINANT, 20, 0.1, 1))
                .fit(seen);
        double[][] scores = scorer.scores(pictures(2, 5, 99), CLASSES.select(0, 1));
        assertThat(Arrays.stream(scores).mapToInt(GeneratedFeaturesTest::best).toArray())
                .isEqualTo(labels(2, 5));
    }

    @Test
    void hasNothingToChooseAmongOneClass() {
        assertThat(fit(Kind.SOFTMAX).scores(pictures(2, 1, 1), CLASSES.select(3)))
                .isDeepEqualTo(new double[][] {{0}, {0}});
    }

    @Test
    void discriminantsAreCosinesInTheMetricOfTheSpreadWithinClasses() {
        EmbeddingSpace plane = EmbeddingSpace.of("plane", 2);
        // Two classes around (3, 0) and (-1, 2) that spread by 2 and 1 along the axes.
        EmbeddingMatrix examples =
                EmbeddingMatrix.wrap(plane, new float[] {5, 0, 1, 0, 3, 1, 3, -1, 1, 2, -3, 2, -1, 3, -1, 1});
        LinearAlignment map = new FinalClassifier(Kind.DISCRIMINANT, 1, 0.4, 0).fit(examples, labels(2, 4), 2);
        // S = diag(2, 0.5), tr(S)/d = 1.25, A = diag(2.5, 1); means less their mean: (2, -1) and (-2, 1).
        double length = Math.sqrt(4 / 2.5 + 1);
        float[] weights = map.weights();
        assertThat(weights[0]).isCloseTo((float) (2 / 2.5 / length), within(1e-6f));
        assertThat(weights[2]).isCloseTo((float) (-1 / length), within(1e-6f));
        assertThat(map.centre()).containsExactly(1, 1);
    }

    @Test
    void gaussianSamplesHaveTheirMeanAndVariance() {
        LinearAlignment mean = LinearAlignment.of(S, EmbeddingSpace.of("codes", 2), new float[] {1, 0, 0, 1, 0, 0});
        LinearAlignment variance = LinearAlignment.of(S, EmbeddingSpace.of("variances", 2), new float[6])
                .withBias(new float[] {0, (float) Math.log(4)});
        EmbeddingMatrix samples = new GaussianGenerator(mean, variance).sample(CLASSES.select(3), 4_000, 1);
        assertThat(samples.mean()[0]).isCloseTo(-1, within(0.06));
        float[] values = samples.toArray();
        double squares = IntStream.range(0, 4_000)
                .mapToDouble(i -> Math.pow(values[2 * i + 1] + 1, 2))
                .average()
                .orElseThrow();
        assertThat(squares).isCloseTo(4, within(0.3));
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThatThrownBy(() -> new NetworkGenerator(new IdentityAlignment(S), LinearAlignment.of(S, X, MAP)))
                .hasMessageContaining("noise");
        assertThatThrownBy(() -> new GenerativeModel(new IdentityAlignment(S), generator()))
                .isInstanceOf(IllegalArgumentException.class);
        LinearAlignment mean = LinearAlignment.of(S, X, MAP);
        assertThatThrownBy(() -> new GaussianGenerator(mean, new IdentityAlignment(S)))
                .hasMessageContaining("variances of 3");
        assertThatThrownBy(() -> new FinalClassifier(Kind.SOFTMAX, 0, 1, 1)).hasMessageContaining("not 0");
    }

    @Test
    void samplesBeyondOneBlockAreTheSame() {
        EmbeddingMatrix many = generator().sample(CLASSES, 1_500, new Random(3).nextLong());
        EmbeddingMatrix one = generator().sample(CLASSES.select(2), 1_500, new Random(3).nextLong());
        assertThat(many.select(3_000, 4_499)).isEqualTo(one.select(0, 1_499));
    }
}

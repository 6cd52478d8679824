package io.github.zsl4j.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingSetTest {

    private static final EmbeddingSpace X = EmbeddingSpace.of("x", 2);
    private static final EmbeddingSpace S = EmbeddingSpace.of("s", 2);
    private static final EmbeddingMatrix FEATURES = EmbeddingMatrix.of(X, new float[] {1, 2, 3, 4, 5, 6});
    private static final EmbeddingMatrix SEMANTICS = EmbeddingMatrix.of(S, new float[] {1, 0, 0, 1});
    private static final TrainingSet SET = TrainingSet.of(FEATURES, new int[] {0, 1, 0}, SEMANTICS);

    @Test
    void sumsOnce() {
        assertThat(SET.gram().values()).containsExactly(35, 44, 44, 56);
        assertThat(SET.classSums().values()).containsExactly(6, 8, 3, 4);
        assertThat(SET.classMeans().values()).containsExactly(3, 4, 3, 4);
        assertThat(SET.gram()).isSameAs(SET.gram());
        assertThat(SET.scaled(Scaling.UNIT, Scaling.NONE)).isSameAs(SET.scaled(Scaling.UNIT, Scaling.NONE));
        assertThat(SET.scaled(Scaling.UNIT, Scaling.NONE)).isNotSameAs(SET.scaled(Scaling.NONE, Scaling.UNIT));
    }

    @Test
    void meansOfClassesNeedNoSemantics() {
        assertThat(TrainingSet.classMeans(FEATURES, new int[] {0, 1, 0}, 2).values())
                .isEqualTo(SET.classMeans().values());
        assertThat(TrainingSet.classMeans(FEATURES, new int[] {0, 0, 0}, 1).values())
                .containsExactly(3, 4);
    }

    /** More pictures than are summed at a time. */
    @Test
    void sumsInBlocks() {
        int n = 4_500;
        float[] values = new float[n * 2];
        int[] labels = new int[n];
        double sum = 0;
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            values[2 * i] = random.nextFloat();
            values[2 * i + 1] = random.nextFloat();
            sum += (double) values[2 * i] * values[2 * i + 1];
        }
        TrainingSet large = TrainingSet.of(EmbeddingMatrix.of(X, values), labels, SEMANTICS);
        assertThat(large.gram().get(0, 1)).isCloseTo(sum, within(1e-9 * sum));
    }

    @Test
    void refusesWhatNothingCanBeLearnedFrom() {
        assertThatThrownBy(() -> TrainingSet.of(FEATURES, new int[] {0, 0, 0}, SEMANTICS))
                .hasMessageContaining("Class 1 has no picture");
        assertThatThrownBy(() -> TrainingSet.of(FEATURES, new int[] {0, 1}, SEMANTICS))
                .hasMessageContaining("3 rows of features but 2 labels");
        assertThatThrownBy(() -> TrainingSet.of(FEATURES, new int[] {0, 1, 2}, SEMANTICS))
                .hasMessageContaining("Label 2 is 2");
        assertThatThrownBy(() -> TrainingSet.of(FEATURES, new int[3], SEMANTICS.select(0)))
                .hasMessageContaining("two classes");
        EmbeddingMatrix constant = EmbeddingMatrix.of(X, new float[] {1, 2, 1, 2, 1, 2});
        assertThatThrownBy(() -> TrainingSet.of(constant, new int[] {0, 1, 0}, SEMANTICS))
                .hasMessageContaining("All rows of the features are the same");
    }

    @Test
    void scalesByTheTrainingData() {
        assertThat(Scaling.CENTRE.fit(FEATURES).apply(FEATURES).toArray()).containsExactly(-2, -2, 0, 0, 2, 2);
        float u = (float) Math.sqrt(0.5);
        assertThat(Scaling.CENTRE_UNIT.fit(FEATURES).apply(FEATURES).toArray())
                .containsExactly(new float[] {-u, -u, 0, 0, u, u}, within(1e-6f));
        float z = (float) Math.sqrt(1.5);
        assertThat(Scaling.STANDARDISE.fit(FEATURES).apply(FEATURES).toArray())
                .containsExactly(new float[] {-z, -z, 0, 0, z, z}, within(1e-6f));
        assertThat(Scaling.NONE.fit(FEATURES).apply(FEATURES)).isEqualTo(FEATURES);
    }

    @Test
    void standardisingLeavesDeadComponentsAtZero() {
        EmbeddingMatrix dead = EmbeddingMatrix.of(X, new float[] {0.1f, 2, 0.1f, 4, 0.1f, 9});
        float[] scaled = Scaling.STANDARDISE.fit(dead).apply(dead).toArray();
        assertThat(scaled[0]).isZero();
        assertThat(scaled[2]).isZero();
    }

    /** A scaled trainer takes vectors as they are: the same as scaling by hand first. */
    @Test
    void scaledTrainersTakePlainVectors() {
        SemanticAlignment scaled =
                new ScaledTrainer(new Ridge(0.5), Scaling.CENTRE_UNIT, Scaling.CENTRE, false).fit(SET);
        TrainingSet.Scaled byHand = SET.scaled(Scaling.CENTRE_UNIT, Scaling.CENTRE);
        SemanticAlignment plain = new Ridge(0.5).fit(byHand.examples());
        double[][] expected = plain.scores(
                byHand.features().apply(FEATURES), byHand.semantics().apply(SEMANTICS));
        double[][] scores = scaled.scores(FEATURES, SEMANTICS);
        for (int i = 0; i < 3; i++) {
            assertThat(scores[i]).containsExactly(expected[i], within(1e-6));
        }
    }

    @Test
    void unitCandidatesDoNotProfitFromTheirLength() {
        EmbeddingMatrix longer = EmbeddingMatrix.of(S, new float[] {1, 0.5f, 10, 5});
        TrainingSet set = TrainingSet.of(FEATURES, new int[] {0, 1, 0}, SEMANTICS);
        double[] scores = new ScaledTrainer(new Ridge(0.5), Scaling.NONE, Scaling.NONE, true)
                .fit(set)
                .scores(FEATURES, longer)[0];
        assertThat(scores[0]).isCloseTo(scores[1], within(1e-6));
    }
}

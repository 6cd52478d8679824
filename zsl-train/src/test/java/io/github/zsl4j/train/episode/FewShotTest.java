package io.github.zsl4j.train.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.FewShotReference;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.Validation;
import io.github.zsl4j.train.gradient.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FewShotTest {

    private static final EpisodeShape SHAPE = new EpisodeShape(3, 2, 4);
    private static final TrainingOptions OPTIONS =
            TrainingOptions.of(3).withBatchSize(4).withOptimiser(Optimiser.adam(0.01));

    @TempDir
    Path folder;

    private static MetaLearner maml(TrainingRun run) {
        return new Maml(8, new Adaptation(2, 0.1), SHAPE, OPTIONS)
                .fit(FewShotReference.training(), FewShotReference.trainingLabels(), run);
    }

    @Test
    void drawsEpisodesOfTheShapeAskedFor() {
        int[] labels = FewShotReference.trainingLabels();
        Episode episode = EpisodeSampler.of(labels, SHAPE).sample(new Random(1));
        assertThat(episode.classes()).hasSize(3).doesNotHaveDuplicates();
        assertThat(episode.supportLabels()).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(episode.queryLabels()).hasSize(12);
        for (int i = 0; i < 6; i++) {
            assertThat(labels[episode.support()[i]]).isEqualTo(episode.classes()[i / 2]);
        }
        for (int i = 0; i < 12; i++) {
            assertThat(labels[episode.queries()[i]]).isEqualTo(episode.classes()[i / 4]);
        }
        assertThat(IntStream.concat(Arrays.stream(episode.support()), Arrays.stream(episode.queries())))
                .doesNotHaveDuplicates();
    }

    @Test
    void drawsAllClassesAlike() {
        EpisodeSampler sampler = EpisodeSampler.of(new int[] {5, 5, 7, 7, 9, 9, 2}, new EpisodeShape(2, 1, 1));
        Random random = new Random(1);
        int[] times = new int[10];
        for (int i = 0; i < 3000; i++) {
            Arrays.stream(sampler.sample(random).classes()).forEach(c -> times[c]++);
        }
        assertThat(times[2]).as("has too few pictures").isZero();
        for (int c : new int[] {5, 7, 9}) {
            assertThat(times[c]).isCloseTo(2000, within(100)); // four standard deviations
        }
    }

    @Test
    void refusesEpisodesThatThereAreNoPicturesFor() {
        assertThatThrownBy(() -> EpisodeSampler.of(new int[] {0, 0, 1, 1}, SHAPE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 ways")
                .hasMessageContaining("6 pictures");
    }

    @Test
    void evaluatesTheSameEpisodesAgain() {
        FewShotLearner learner =
                new NearestMean(new IdentityAlignment(FewShotReference.others().space()), Similarity.COSINE);
        FewShotEvaluation evaluation = new FewShotEvaluation(SHAPE, 50, 3);
        FewShotAccuracy first = evaluation.evaluate(learner, FewShotReference.others(), FewShotReference.otherLabels());
        assertThat(evaluation.evaluate(learner, FewShotReference.others(), FewShotReference.otherLabels()))
                .isEqualTo(first);
        assertThat(new FewShotEvaluation(SHAPE, 50, 4)
                        .evaluate(learner, FewShotReference.others(), FewShotReference.otherLabels()))
                .isNotEqualTo(first);
    }

    /** For accuracies 0 and 1, the standard deviation is sqrt(1/2), and of the mean 1/2. */
    @Test
    void givesTheIntervalOfTheMean() {
        FewShotAccuracy accuracy = FewShotAccuracy.of(new double[] {0, 1});
        assertThat(accuracy.mean()).isEqualTo(0.5);
        assertThat(accuracy.interval()).isCloseTo(0.98, within(1e-12));
        assertThat(accuracy).hasToString("50.00 % ± 98.00 over 2 episodes");
    }

    @Test
    void metaLearningIsDeterministicAndCanBeResumed() {
        MetaLearner expected = maml(TrainingRun.silent());
        TrainingRun run = TrainingRun.silent().withCheckpoint(folder.resolve("maml"));
        assertThatThrownBy(() -> maml(run.withListener(progress -> {
                    throw new IllegalStateException("killed");
                })))
                .hasMessage("killed");
        EmbeddingMatrix vectors = FewShotReference.others();
        assertThat(maml(run).network().apply(vectors))
                .isEqualTo(expected.network().apply(vectors));
    }

    @Test
    void learnsFewerClassesThanItWasTrainedFor() {
        MetaLearner learner = maml(TrainingRun.silent());
        assertThat(learner.ways()).isEqualTo(3);
        EmbeddingMatrix support = FewShotReference.others().select(0, 1, 12, 13);
        double[][] scores = learner.adapt(support, new int[] {0, 0, 1, 1}).scores(FewShotReference.others());
        assertThat(scores).hasDimensions(FewShotReference.others().rows(), 2);
    }

    @Test
    void refusesSupportThatDoesNotFit() {
        MetaLearner learner = maml(TrainingRun.silent());
        EmbeddingMatrix four = FewShotReference.others().select(0, 12, 24, 36);
        assertThatThrownBy(() -> learner.adapt(four, new int[] {0, 1, 2, 3})).hasMessageContaining("at most 3");
        assertThatThrownBy(() -> learner.adapt(four, new int[] {0, 2, 2, 0})).hasMessageContaining("Class 1");
        assertThatThrownBy(() -> learner.adapt(four, new int[] {0, 1})).hasMessageContaining("labels");
        EmbeddingMatrix foreign = EmbeddingMatrix.wrap(EmbeddingSpace.of("other", 16), new float[32]);
        assertThatThrownBy(() -> learner.adapt(foreign, new int[] {0, 1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void beginsAsAMultipleOfTheIdentity() {
        PrototypicalNetwork method = new PrototypicalNetwork(0, 16, 3, SHAPE, OPTIONS);
        LabelledFeatures data = new LabelledFeatures(FewShotReference.training(), FewShotReference.trainingLabels());
        List<Parameter> parameters = new PrototypicalTask(method, data).initial(new Random(1));
        float[] weights = parameters.get(0).values();
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isEqualTo(i % 17 == 0 ? 3 : 0);
        }
        assertThat(parameters.get(1).values()).containsOnly(0);
    }

    @Test
    void refusesOptionsOutOfRange() {
        EpisodeShape zero = new EpisodeShape(2, 0, 1);
        assertThatThrownBy(() -> new EpisodeShape(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Adaptation(0, 0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PrototypicalNetwork(0, 8, zero, OPTIONS)).hasMessageContaining("shot");
        assertThatThrownBy(() -> new PrototypicalNetwork(0, 8, -1, SHAPE, OPTIONS))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new PrototypicalNetwork(4, 16, 1, SHAPE, OPTIONS))
                .hasMessageContaining("by chance");
        assertThatThrownBy(() -> new PrototypicalNetwork(0, 8, 1, SHAPE, OPTIONS)
                        .fit(FewShotReference.training(), FewShotReference.trainingLabels()))
                .hasMessageContaining("16, not 8");
        assertThatThrownBy(() -> new Maml(-1, new Adaptation(1, 1), SHAPE, OPTIONS))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new Reptile(0, new Adaptation(1, 1), SHAPE, OPTIONS))
                .hasMessageContaining("2 steps");
        assertThatThrownBy(() -> new FewShotEvaluation(SHAPE, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ZeroShotPrototypicalNetwork(0, zero, OPTIONS))
                .hasMessageContaining("0");
        TrainingOptions pictures = OPTIONS.withValidation(Validation.pictures(0.2, 1));
        assertThatThrownBy(() -> new PrototypicalNetwork(0, 8, SHAPE, pictures)
                        .fit(FewShotReference.training(), FewShotReference.trainingLabels()))
                .hasMessageContaining("hold out classes");
    }
}

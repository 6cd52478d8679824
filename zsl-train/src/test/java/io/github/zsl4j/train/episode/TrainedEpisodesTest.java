package io.github.zsl4j.train.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.FewShotReference;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Over five seeds, the mean accuracy on other classes is within two standard deviations of the reference's runs. The sources
 * of chance differ, so nothing can be equal.
 */
class TrainedEpisodesTest {

    private static final EpisodeShape ONE_SHOT = new EpisodeShape(5, 1, 5);
    private static final EpisodeShape FIVE_SHOTS = new EpisodeShape(5, 5, 5);
    private static final Adaptation ADAPTATION = new Adaptation(5, 0.1);
    private static final FewShotLearner BASELINE = new NearestMean(
            new IdentityAlignment(FewShotReference.training().space()), Similarity.NEGATIVE_SQUARED_EUCLIDEAN);

    private static FewShotAccuracy accuracy(EpisodeShape shape, FewShotLearner learner) {
        return new FewShotEvaluation(shape)
                .evaluate(learner, FewShotReference.others(), FewShotReference.otherLabels());
    }

    private static double mean(EpisodeShape shape, LongFunction<FewShotLearner> learner) {
        return LongStream.range(0, 5)
                .mapToDouble(seed -> accuracy(shape, learner.apply(seed)).mean())
                .average()
                .orElseThrow();
    }

    private static double[] golden(String name) {
        JsonObject golden = FewShotReference.goldens("trained").getAsJsonObject(name);
        return new double[] {
            golden.get("mean").getAsDouble(), golden.get("deviation").getAsDouble()
        };
    }

    private static void assertClose(String name, double found) {
        assertThat(found).as(name).isCloseTo(golden(name)[0], within(2 * golden(name)[1]));
    }

    private static FewShotLearner prototypical(int hidden, long seed, int[] labels) {
        TrainingOptions options = TrainingOptions.of(30)
                .withBatchSize(1)
                .withOptimiser(Optimiser.adam(0.01))
                .withSeed(seed);
        return PrototypicalNetwork.learner(
                new PrototypicalNetwork(hidden, 8, ONE_SHOT, options).fit(FewShotReference.training(), labels));
    }

    private static TrainingOptions meta(int epochs, Optimiser optimiser, long seed) {
        return TrainingOptions.of(epochs)
                .withBatchSize(5)
                .withOptimiser(optimiser)
                .withSeed(seed);
    }

    private static MetaLearner maml(int epochs, long seed) {
        return new Maml(32, ADAPTATION, FIVE_SHOTS, meta(epochs, Optimiser.adam(0.01), seed))
                .fit(FewShotReference.training(), FewShotReference.trainingLabels());
    }

    @Test
    void measuresTheBaselineAsTheReferenceDoes() {
        for (EpisodeShape shape : List.of(ONE_SHOT, FIVE_SHOTS)) {
            double golden = FewShotReference.goldens("baseline")
                    .get(Integer.toString(shape.shots()))
                    .getAsDouble();
            FewShotAccuracy found = accuracy(shape, BASELINE);
            assertThat(found.mean()).isCloseTo(golden, within(2 * found.interval())); // both are samples
            assertThat(found.interval()).isBetween(0.005, 0.02);
        }
    }

    @Test
    void prototypicalNetworksComeToWhatPyTorchComesTo() {
        int[] labels = FewShotReference.trainingLabels();
        assertClose("prototypical-linear", mean(ONE_SHOT, seed -> prototypical(0, seed, labels)));
        assertClose("prototypical-two-layers", mean(ONE_SHOT, seed -> prototypical(32, seed, labels)));
    }

    @Test
    void learnsFromTheIdentityOnToo() {
        TrainingOptions options = TrainingOptions.of(30).withBatchSize(1).withOptimiser(Optimiser.adam(0.01));
        FewShotLearner learner = PrototypicalNetwork.learner(new PrototypicalNetwork(0, 16, 0.5, ONE_SHOT, options)
                .fit(FewShotReference.training(), FewShotReference.trainingLabels()));
        assertThat(accuracy(ONE_SHOT, learner).mean())
                .isGreaterThan(accuracy(ONE_SHOT, BASELINE).mean() + 0.1);
    }

    /** The control: with labels exchanged, training leads to no more than features as they are. */
    @Test
    void prototypicalNetworksLearnNothingFromExchangedLabels() {
        FewShotLearner learner = prototypical(0, 0, FewShotReference.exchangedLabels());
        assertThat(accuracy(ONE_SHOT, learner).mean())
                .isLessThan(accuracy(ONE_SHOT, BASELINE).mean() + 0.1);
    }

    @Test
    void mamlComesToWhatPyTorchComesTo() {
        assertClose("maml", mean(FIVE_SHOTS, seed -> maml(100, seed)));
    }

    @Test
    void reptileComesToWhatPyTorchComesTo() {
        assertClose(
                "reptile",
                mean(
                        FIVE_SHOTS,
                        seed -> new Reptile(32, ADAPTATION, FIVE_SHOTS, meta(250, Optimiser.sgd(1), seed))
                                .fit(FewShotReference.training(), FewShotReference.trainingLabels())));
    }

    /** The control: hardly trained, the same network is far below. */
    @Test
    void adaptationAloneIsNotEnough() {
        double untrained = accuracy(FIVE_SHOTS, maml(1, 0)).mean();
        assertThat(untrained).isLessThan(golden("untrained")[0] + 0.1);
        assertThat(untrained).isLessThan(golden("reptile")[0] - 4 * golden("reptile")[1]);
        assertThat(untrained).isLessThan(golden("maml")[0] - 4 * golden("maml")[1]);
    }

    @Test
    void holdsOutClasses() {
        TrainingOptions options = meta(30, Optimiser.adam(0.01), 0).withValidation(Validation.classes(0.3, 30));
        List<Double> measured = new ArrayList<>();
        new PrototypicalNetwork(0, 8, ONE_SHOT, options)
                .fit(
                        FewShotReference.training(),
                        FewShotReference.trainingLabels(),
                        io.github.zsl4j.train.TrainingRun.silent()
                                .withListener(p -> measured.add(p.validation().orElseThrow())));
        assertThat(measured.get(measured.size() - 1)).isGreaterThan(measured.get(0) + 0.1);
    }
}

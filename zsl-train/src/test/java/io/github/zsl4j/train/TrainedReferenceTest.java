package io.github.zsl4j.train;

import static io.github.zsl4j.train.projection.ProjectionLoss.COSINE;
import static io.github.zsl4j.train.projection.ProjectionLoss.MEAN_SQUARED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.zsl4j.train.compatibility.Ale;
import io.github.zsl4j.train.compatibility.Devise;
import io.github.zsl4j.train.compatibility.LatEm;
import io.github.zsl4j.train.compatibility.Sje;
import io.github.zsl4j.train.episode.EpisodeShape;
import io.github.zsl4j.train.episode.ZeroShotPrototypicalNetwork;
import io.github.zsl4j.train.projection.ClassNormalization;
import io.github.zsl4j.train.projection.Converter;
import io.github.zsl4j.train.projection.Dem;
import io.github.zsl4j.train.projection.Destination;
import io.github.zsl4j.train.projection.LinearProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Over five seeds, training comes to what the reference in PyTorch comes to: mean accuracy on unseen classes and mean loss
 * are within two standard deviations of the reference's runs. The sources of chance differ, so nothing can be equal.
 */
class TrainedReferenceTest {

    private static final int SEEDS = 5;

    static Stream<Arguments> methods() {
        TrainingOptions thirty = options(30, 0.01);
        TrainingOptions twenty = options(20, 0.01);
        Destination semantics = Destination.semantics();
        Destination common = Destination.common(12);
        return Stream.of(
                method("linear-mse", thirty, o -> new LinearProjection(MEAN_SQUARED_ERROR, semantics, o)),
                method("linear-cosine", thirty, o -> new LinearProjection(COSINE, semantics, o)),
                method("linear-common-mse", thirty, o -> new LinearProjection(MEAN_SQUARED_ERROR, common, o)),
                method("linear-common-cosine", thirty, o -> new LinearProjection(COSINE, common, o)),
                method("converter-mse", thirty, o -> new Converter(32, MEAN_SQUARED_ERROR, semantics, o)),
                method("converter-cosine", thirty, o -> new Converter(32, COSINE, semantics, o)),
                method("dem", thirty, o -> new Dem(32, true, o)),
                method("class-normalization", options(40, 0.005), o -> new ClassNormalization(32, 5, false, o)),
                method("devise", twenty, o -> new Devise(0.1, o)),
                method("ale", twenty, o -> new Ale(1, o)),
                method("sje", twenty, o -> new Sje(1, o)),
                method("latem", twenty, o -> new LatEm(3, 1, o)),
                method(
                        "zero-shot-prototypical",
                        TrainingOptions.of(40).withBatchSize(1).withOptimiser(Optimiser.adam(0.01)),
                        o -> new ZeroShotPrototypicalNetwork(12, new EpisodeShape(8, 0, 4), o)));
    }

    private static TrainingOptions options(int epochs, double rate) {
        return TrainingOptions.of(epochs)
                .withBatchSize(32)
                .withOptimiser(Optimiser.adam(rate).withWeightDecay(1e-4));
    }

    private static Arguments method(
            String name, TrainingOptions options, Function<TrainingOptions, GradientTrainer> make) {
        return Arguments.of(name, options, make);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void comesToWhatPyTorchComesTo(
            String name, TrainingOptions options, Function<TrainingOptions, GradientTrainer> make) {
        JsonObject golden = Reference.goldens("trained").getAsJsonObject(name);
        List<Double> losses = new ArrayList<>();
        double accuracy = accuracy(options, make, losses);
        assertClose("accuracy", accuracy, golden);
        assertClose("loss", mean(losses), golden);
    }

    /** The control: with other classes' semantics, the same training is far outside that range. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void comesToLessIfSemanticsAreExchanged(
            String name, TrainingOptions options, Function<TrainingOptions, GradientTrainer> make) {
        double[] expected =
                distribution("accuracy", Reference.goldens("trained").getAsJsonObject(name));
        double exchanged = Reference.accuracy(make.apply(options).fit(Reference.exchanged()));
        assertThat(exchanged).isLessThan(expected[0] - 4 * expected[1]);
    }

    private static double accuracy(
            TrainingOptions options, Function<TrainingOptions, GradientTrainer> make, List<Double> losses) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            double[] last = new double[1];
            TrainingRun run = TrainingRun.silent().withListener(progress -> last[0] = progress.loss());
            sum += Reference.accuracy(make.apply(options.withSeed(seed)).fit(Reference.training(), run));
            losses.add(last[0]);
        }
        return sum / SEEDS;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    private static double[] distribution(String what, JsonObject golden) {
        JsonObject values = golden.getAsJsonObject(what);
        return new double[] {
            values.get("mean").getAsDouble(), values.get("deviation").getAsDouble()
        };
    }

    private static void assertClose(String what, double found, JsonObject golden) {
        double[] expected = distribution(what, golden);
        assertThat(found).as(what).isCloseTo(expected[0], within(2 * expected[1]));
    }
}

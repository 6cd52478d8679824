package io.github.zsl4j.train.crossmodal;

import static io.github.zsl4j.train.projection.ProjectionLoss.COSINE;
import static io.github.zsl4j.train.projection.ProjectionLoss.MEAN_SQUARED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Over five seeds, training comes to what the reference in PyTorch comes to: mean accuracy on unseen classes and mean loss are
 * within two standard deviations of the reference's runs.
 */
class CrossModalTrainingTest {

    private static final int SEEDS = 5;
    private static final JsonObject GOLDENS =
            Reference.json("crossmodal_goldens.json").getAsJsonObject("trained");
    private static final TrainingOptions OPTIONS = TrainingOptions.of(20)
            .withBatchSize(32)
            .withOptimiser(Optimiser.adam(0.01).withWeightDecay(1e-4));
    private static final Head ONE = Head.linear();
    private static final Head TWO = Head.twoLayers(32);

    static Stream<Arguments> methods() {
        return Stream.of(
                method("info-nce", o -> new InfoNce(Heads.both(ONE, 12), 0.5, true, o)),
                method("info-nce-two-layers", o -> InfoNce.of(Heads.both(TWO, 12), o)),
                method("triplet", o -> Triplet.of(Heads.both(ONE, 12), o)),
                method("matching-cosine", o -> new Matching(new Heads(ONE, ONE.residual(), 10), COSINE, o)),
                method(
                        "matching-mse",
                        o -> new Matching(new Heads(TWO.residual(), Head.identity(), 10), MEAN_SQUARED_ERROR, o)),
                method("rest-two-layers", o -> Triplet.of(new Heads(TWO.residualOfRest(), TWO.residual(), 6), o)));
    }

    private static Arguments method(String name, Function<TrainingOptions, GradientTrainer> make) {
        return Arguments.of(name, make);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void comesToWhatPyTorchComesTo(String name, Function<TrainingOptions, GradientTrainer> make) {
        JsonObject golden = GOLDENS.getAsJsonObject(name);
        double[] found = means(make);
        assertThat(found[0])
                .as("accuracy")
                .isCloseTo(mean(golden, "accuracy"), within(2 * deviation(golden, "accuracy")));
        assertThat(found[1]).as("loss").isCloseTo(mean(golden, "loss"), within(2 * deviation(golden, "loss")));
    }

    /** The control: with other classes' semantics, the same training is far outside that range. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void comesToLessIfSemanticsAreExchanged(String name, Function<TrainingOptions, GradientTrainer> make) {
        JsonObject golden = GOLDENS.getAsJsonObject(name);
        double exchanged = Reference.accuracy(make.apply(OPTIONS).fit(Reference.exchanged()));
        assertThat(exchanged).isLessThan(mean(golden, "accuracy") - 4 * deviation(golden, "accuracy"));
    }

    /** The control: a temperature of 0.5 that stays leaves a loss far outside that range. */
    @Test
    void comesToAnotherLossIfTheTemperatureIsNotLearned() {
        JsonObject golden = GOLDENS.getAsJsonObject("info-nce");
        double[] found = means(o -> new InfoNce(Heads.both(ONE, 12), 0.5, false, o));
        assertThat(found[1]).isGreaterThan(mean(golden, "loss") + 4 * deviation(golden, "loss"));
        JsonObject fixed = golden.getAsJsonObject("temperatureNotLearned");
        assertThat(found[1]).isCloseTo(mean(fixed, "loss"), within(2 * deviation(fixed, "loss")));
    }

    /** Accuracy and loss. */
    private static double[] means(Function<TrainingOptions, GradientTrainer> make) {
        double[] sums = new double[2];
        for (int seed = 0; seed < SEEDS; seed++) {
            double[] last = new double[1];
            TrainingRun run = TrainingRun.silent().withListener(progress -> last[0] = progress.loss());
            sums[0] += Reference.accuracy(make.apply(OPTIONS.withSeed(seed)).fit(Reference.training(), run));
            sums[1] += last[0];
        }
        return new double[] {sums[0] / SEEDS, sums[1] / SEEDS};
    }

    private static double mean(JsonObject golden, String what) {
        return golden.getAsJsonObject(what).get("mean").getAsDouble();
    }

    private static double deviation(JsonObject golden, String what) {
        return golden.getAsJsonObject(what).get("deviation").getAsDouble();
    }
}

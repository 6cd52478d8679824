package io.github.zsl4j.train.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.evaluate.ConfusionMatrix;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.generate.FinalClassifier;
import io.github.zsl4j.generate.GeneratedFeatures;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Over five seeds, generators come to what the reference in PyTorch comes to: mean accuracy on unseen classes is within two
 * standard deviations of the reference's runs. The sources of chance differ, so nothing can be equal.
 */
class TrainedGeneratorsTest {

    private static final int SEEDS = 5;
    private static final TrainingOptions OPTIONS =
            TrainingOptions.of(30).withBatchSize(32).withOptimiser(Optimiser.adam(0.005));

    @TempDir
    Path folder;

    static Stream<Arguments> methods() {
        return Stream.of(
                method("cvae", o -> new ConditionalVae(32, 6, 0.5, 0, o)),
                method(
                        "f-clswgan",
                        o -> new FClsWgan(32, 6, new FClsWgan.Adversary(2, 10, 0.5, 0), 0, o.withEpochs(60))),
                method(
                        "cada-vae",
                        o -> new CadaVae(
                                32,
                                new CadaVae.Codes(8, false),
                                new CadaVae.Weights(0.25, 2, 4, 0.5),
                                0,
                                o.withEpochs(40))));
    }

    private static Arguments method(String name, Function<TrainingOptions, GradientGeneratorTrainer> make) {
        return Arguments.of(name, make);
    }

    private static double accuracy(GradientGeneratorTrainer trainer, TrainingSet training) {
        FinalClassifier classifier = new FinalClassifier(FinalClassifier.Kind.DISCRIMINANT, 50, 0.5, 1);
        double[][] scores = new GeneratedFeatures(trainer, Scaling.NONE, Scaling.NONE, classifier)
                .fit(training)
                .scores(Reference.pictures(), Reference.candidates());
        return ConfusionMatrix.of(LabelledScores.of(scores, Reference.labels())).meanPerClassAccuracy();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void comeToWhatPyTorchComesTo(String name, Function<TrainingOptions, GradientGeneratorTrainer> make) {
        JsonObject golden = Reference.generation("trained").getAsJsonObject(name);
        double mean = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> accuracy(make.apply(OPTIONS.withSeed(seed)), Reference.training()))
                .average()
                .orElseThrow();
        double deviation = golden.get("deviation").getAsDouble();
        assertThat(mean).isCloseTo(golden.get("mean").getAsDouble(), within(2 * deviation));
    }

    /** The control: with other classes' semantics, the same training is far outside that range. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void comeToLessIfSemanticsAreExchanged(String name, Function<TrainingOptions, GradientGeneratorTrainer> make) {
        JsonObject golden = Reference.generation("trained").getAsJsonObject(name);
        double least =
                golden.get("mean").getAsDouble() - 4 * golden.get("deviation").getAsDouble();
        assertThat(accuracy(make.apply(OPTIONS), Reference.exchanged())).isLessThan(least);
    }

    private static EmbeddingMatrix samples(GradientGeneratorTrainer trainer, TrainingRun run) {
        return trainer.fit(Reference.training(), run).generator().sample(Reference.candidates(), 3, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void resumeToExactlyTheSameResult(String name, Function<TrainingOptions, GradientGeneratorTrainer> make) {
        GradientGeneratorTrainer trainer = make.apply(OPTIONS.withEpochs(10));
        EmbeddingMatrix expected = samples(trainer, TrainingRun.silent());
        TrainingRun kept = TrainingRun.silent().withCheckpoint(folder.resolve(name + ".zsl"));
        assertThatThrownBy(() -> samples(trainer, kept.withListener(progress -> {
                    if (progress.epoch() == 4) {
                        throw new IllegalStateException("killed");
                    }
                })))
                .hasMessage("killed");
        List<Integer> epochs = new ArrayList<>();
        assertThat(samples(trainer, kept.withListener(progress -> epochs.add(progress.epoch()))))
                .isEqualTo(expected);
        assertThat(epochs.get(0)).isEqualTo(5);
    }

    @Test
    void tellPartsOfTheLoss() {
        Map<String, List<String>> expected = Map.of(
                "cvae", List.of("spread", "reconstruction", "divergence"),
                "f-clswgan", List.of("distance", "penalty", "spread", "generator", "classification", "centre"),
                "cada-vae", List.of("spread", "reconstruction", "cross", "divergence", "distribution"));
        methods().map(Arguments::get).forEach(arguments -> {
            @SuppressWarnings("unchecked") // as method() makes them
            Function<TrainingOptions, GradientGeneratorTrainer> make =
                    (Function<TrainingOptions, GradientGeneratorTrainer>) arguments[1];
            List<String> parts = new ArrayList<>();
            make.apply(OPTIONS).fit(Reference.training(), TrainingRun.silent().withListener(progress -> {
                parts.clear();
                parts.addAll(progress.parts().keySet());
            }));
            assertThat(parts).isEqualTo(expected.get((String) arguments[0]));
        });
    }

    /** So much weight decay that nothing is left of the networks but their biases. */
    @Test
    void endWhenTheGeneratorCollapses() {
        Optimiser decay = Optimiser.adam(0.01).withWeightDecay(100);
        GradientGeneratorTrainer trainer = new ConditionalVae(8, 2, 1, 0, OPTIONS.withOptimiser(decay));
        assertThatThrownBy(() -> trainer.fit(Reference.training()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("collapsed");
    }

    @Test
    void refuseOptionsThatHoldSomethingOut() {
        TrainingOptions options = OPTIONS.withValidation(Validation.classes(0.2, 5));
        assertThatThrownBy(() -> new ConditionalVae(8, 2, 1, 0, options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CLASSES");
    }

    @Test
    void refuseNumbersOutOfTheirRange() {
        assertThatThrownBy(() -> new ConditionalVae(0, 2, 1, 0, OPTIONS)).hasMessageContaining("hidden");
        assertThatThrownBy(() -> new ConditionalVae(8, 2, -1, 0, OPTIONS)).hasMessageContaining("divergence");
        assertThatThrownBy(() -> new FClsWgan.Adversary(0, 10, 1, 0)).hasMessageContaining("critic");
        assertThatThrownBy(() -> new CadaVae.Weights(1, 1, 1, 2)).hasMessageContaining("part of the training");
        assertThatThrownBy(() -> new FinalClassifier(FinalClassifier.Kind.SOFTMAX, 5, 0, 1))
                .hasMessageContaining("penalty");
    }
}

package io.github.zsl4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.testkit.LinearWorld;
import io.github.zsl4j.train.Optimiser.Rule;
import io.github.zsl4j.train.projection.Converter;
import io.github.zsl4j.train.projection.Destination;
import io.github.zsl4j.train.projection.ProjectionLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {

    private static final LinearWorld WORLD = LinearWorld.of(10, 6, 1);

    @TempDir
    Path folder;

    static Stream<TrainingOptions> options() {
        TrainingOptions plain = TrainingOptions.of(10).withSeed(3);
        Optimiser optimiser = Optimiser.sgd(0.05)
                .withRule(Rule.MOMENTUM)
                .withSchedule(Schedule.cosine())
                .withClip(1);
        return Stream.of(
                plain,
                plain.withOptimiser(optimiser),
                plain.withValidation(Validation.pictures(0.2, 10)),
                plain.withValidation(Validation.classes(0.2, 5)));
    }

    private static GradientTrainer method(TrainingOptions options) {
        return new Converter(16, ProjectionLoss.COSINE, Destination.common(5), options);
    }

    private static double[][] scores(SemanticAlignment alignment) {
        return alignment.scores(WORLD.unseenPictures(), WORLD.unseenSemantics());
    }

    private static TrainingRun killedAfter(int epoch) {
        return TrainingRun.silent().withListener(progress -> {
            if (progress.epoch() == epoch) {
                throw new IllegalStateException("killed");
            }
        });
    }

    private Path killed(TrainingOptions options) {
        Path file = folder.resolve("training.zsl");
        assertThatThrownBy(
                        () -> method(options).fit(WORLD.seen(), killedAfter(4).withCheckpoint(file)))
                .hasMessage("killed");
        return file;
    }

    @ParameterizedTest
    @MethodSource("options")
    void resumesToExactlyTheSameResult(TrainingOptions options) {
        double[][] expected = scores(method(options).fit(WORLD.seen()));
        Path file = killed(options);
        List<Integer> epochs = new ArrayList<>();
        TrainingRun run =
                TrainingRun.silent().withCheckpoint(file).withListener(progress -> epochs.add(progress.epoch()));
        assertThat(scores(method(options).fit(WORLD.seen(), run))).isDeepEqualTo(expected);
        assertThat(epochs.stream().findFirst().orElse(5)).isEqualTo(5);
    }

    /** Control: what was trained until the break is not yet the result. */
    @Test
    void wouldBeAnotherResultWithoutTheRest() {
        TrainingOptions ten = TrainingOptions.of(10);
        assertThat(Arrays.deepEquals(
                        scores(method(ten).fit(WORLD.seen())),
                        scores(method(ten.withEpochs(4)).fit(WORLD.seen()))))
                .isFalse();
    }

    @Test
    void givesTheResultOfAFinishedTrainingAtOnce() {
        TrainingOptions options = TrainingOptions.of(3);
        Path file = folder.resolve("finished");
        TrainingRun run = TrainingRun.silent().withCheckpoint(file);
        double[][] expected = scores(method(options).fit(WORLD.seen(), run));
        double[][] again = scores(method(options).fit(WORLD.seen(), run.withListener(progress -> {
            throw new AssertionError("trained again");
        })));
        assertThat(again).isDeepEqualTo(expected);
    }

    @Test
    void leavesNoOtherFile() throws IOException {
        killed(TrainingOptions.of(10));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("training.zsl");
        }
    }

    @Test
    void refusesACheckpointOfAnotherTraining() {
        TrainingOptions options = TrainingOptions.of(10);
        TrainingRun run = TrainingRun.silent().withCheckpoint(killed(options));
        for (GradientTrainer other : List.of(
                method(options.withSeed(1)),
                method(options.withEpochs(11)),
                method(options.withOptimiser(options.optimiser().withSchedule(Schedule.cosine()))),
                new Converter(16, ProjectionLoss.MEAN_SQUARED_ERROR, Destination.common(5), options))) {
            assertThatThrownBy(() -> other.fit(WORLD.seen(), run))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("other options or other data");
        }
        assertThatThrownBy(() -> method(options).fit(LinearWorld.of(10, 6, 2).seen(), run))
                .hasMessageContaining("other options or other data");
    }

    @Test
    void refusesADamagedCheckpoint() throws IOException {
        TrainingOptions options = TrainingOptions.of(10);
        Path file = killed(options);
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        for (byte[] bytes : List.of(
                changed,
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length + 1),
                Arrays.copyOf(whole, 20),
                new byte[0],
                new byte[whole.length])) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> method(options)
                            .fit(WORLD.seen(), TrainingRun.silent().withCheckpoint(file)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("training.zsl")
                    .hasMessageContaining("delete it");
        }
    }

    @Test
    void saysWhereItCannotWrite() {
        TrainingRun run =
                TrainingRun.silent().withCheckpoint(folder.resolve("none").resolve("file"));
        assertThatThrownBy(() -> method(TrainingOptions.of(1)).fit(WORLD.seen(), run))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasMessageContaining("none");
    }
}

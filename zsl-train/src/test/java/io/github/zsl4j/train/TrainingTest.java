package io.github.zsl4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.testkit.LinearWorld;
import io.github.zsl4j.train.TrainingListener.Progress;
import io.github.zsl4j.train.projection.Converter;
import io.github.zsl4j.train.projection.Destination;
import io.github.zsl4j.train.projection.LinearProjection;
import io.github.zsl4j.train.projection.ProjectionLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final LinearWorld WORLD = LinearWorld.of(10, 6, 1);
    private static final TrainingOptions OPTIONS = TrainingOptions.of(20).withOptimiser(Optimiser.adam(0.02));

    private static LinearProjection method(TrainingOptions options) {
        return new LinearProjection(ProjectionLoss.MEAN_SQUARED_ERROR, Destination.semantics(), options);
    }

    private static List<Progress> progress(TrainingOptions options) {
        List<Progress> all = new ArrayList<>();
        method(options).fit(WORLD.seen(), TrainingRun.silent().withListener(all::add));
        return all;
    }

    @Test
    void tellsOfEachEpoch() {
        List<Progress> all = progress(OPTIONS);
        assertThat(all).extracting(Progress::epoch).hasSize(20).startsWith(1).endsWith(20);
        assertThat(all.get(19).loss()).isLessThan(all.get(0).loss() / 2);
        assertThat(all.get(19).validation()).isEmpty();
    }

    @Test
    void tellsOfTrainingWithinAWrapper() {
        List<Progress> all = new ArrayList<>();
        TrainingRun run = TrainingRun.silent().withListener(all::add);
        new ScaledTrainer(method(OPTIONS).during(run), Scaling.UNIT, Scaling.NONE, false).fit(WORLD.seen());
        assertThat(all).hasSize(20);
    }

    @Test
    void endsWhenHeldOutClassesGetNoBetter() {
        List<Progress> all = progress(OPTIONS.withEpochs(200).withValidation(Validation.classes(0.2, 3)));
        assertThat(all.size()).isLessThan(200);
        double best = all.stream()
                .mapToDouble(p -> p.validation().orElseThrow())
                .max()
                .orElseThrow();
        assertThat(all.get(all.size() - 4).validation()).hasValue(best);
        assertThat(best).isGreaterThan(0.9);
    }

    /** An unreachable learning rate in the second epoch would spoil the last parameters. */
    @Test
    void keepsTheBestParameters() {
        Schedule spoiling = new Schedule() {
            @Override
            public double factor(int epoch, int epochs) {
                return epoch < 19 ? 1 : 1e6;
            }
        };
        TrainingOptions options = OPTIONS.withOptimiser(OPTIONS.optimiser().withSchedule(spoiling));
        double last = accuracy(options);
        double best = accuracy(options.withValidation(Validation.pictures(0.2, 20)));
        assertThat(last).isLessThan(0.6);
        assertThat(best).isGreaterThan(0.9);
    }

    private static double accuracy(TrainingOptions options) {
        return WORLD.accuracy(method(options).fit(WORLD.seen()), WORLD.unseenSemantics());
    }

    @Test
    void startsElsewhereWithAnotherSeed() {
        assertThat(progress(OPTIONS.withSeed(1)).get(0).loss())
                .isNotEqualTo(progress(OPTIONS).get(0).loss());
    }

    @Test
    void saysWhatToDoWhenTheLossLeavesTheNumbers() {
        TrainingOptions wild = OPTIONS.withOptimiser(Optimiser.sgd(1e6));
        assertThatThrownBy(() -> method(wild).fit(WORLD.seen()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("learning rate");
    }

    @Test
    void refusesToHoldOutMoreThanThereIs() {
        assertThatThrownBy(() -> method(OPTIONS.withValidation(Validation.classes(0.9, 1)))
                        .fit(WORLD.seen(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hold out pictures");
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatThrownBy(() -> TrainingOptions.of(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> OPTIONS.withBatchSize(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Optimiser.adam(0)).hasMessageContaining("learning rate");
        assertThatThrownBy(() -> Optimiser.adam(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Optimiser.sgd(1).withWeightDecay(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Optimiser.sgd(1).withClip(0)).hasMessageContaining("clipped");
        assertThatThrownBy(() -> Schedule.step(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Validation.classes(1, 1)).hasMessageContaining("share");
        assertThatThrownBy(() -> Validation.pictures(0.5, 0)).hasMessageContaining("Patience");
        assertThatThrownBy(() -> Destination.common(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Converter(0, ProjectionLoss.COSINE, Destination.semantics(), OPTIONS))
                .hasMessageContaining("0");
    }

    /** 100 steps that need 8 MB each for parameters, gradients and what is between: what is not freed shows. */
    @Test
    void leavesNoNativeMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        Assumptions.assumeTrue(Files.exists(status));
        TrainingOptions options = TrainingOptions.of(10).withBatchSize(60);
        Converter method = new Converter(10_000, ProjectionLoss.MEAN_SQUARED_ERROR, Destination.semantics(), options);
        method.fit(WORLD.seen());
        long before = resident(status);
        for (int i = 0; i < 2; i++) {
            method.fit(WORLD.seen());
        }
        assertThat(resident(status) - before).isLessThan(150_000); // KB
    }

    private static long resident(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}

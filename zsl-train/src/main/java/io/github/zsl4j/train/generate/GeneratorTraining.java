package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.Validation.HeldOut;
import io.github.zsl4j.train.gradient.SemanticTraining;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.TrainingLoop;
import java.util.Objects;

/** Checks of options, and the way from a task to what it gives. */
final class GeneratorTraining {

    private GeneratorTraining() {}

    static GenerativeModel fit(GeneratorTask task, TrainingOptions options, TrainingRun run) {
        return task.model(new Trained(TrainingLoop.train(task, options, run)));
    }

    /** Tells trainings apart, if a checkpoint needs it. */
    static String identity(GradientGeneratorTrainer trainer, TrainingSet examples, TrainingRun run) {
        return run.checkpoint().isPresent() ? trainer + " " + SemanticTraining.digest(examples) : "";
    }

    static void requireOptions(TrainingOptions options) {
        Objects.requireNonNull(options, "options");
        if (options.validation().heldOut() != HeldOut.NOTHING) {
            throw new IllegalArgumentException(
                    "Generators are trained with all that they are given; hold out nothing, not "
                            + options.validation().heldOut() + ", and judge them by the classifier that they feed");
        }
    }

    static void requirePositive(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " is at least 1, not " + number);
        }
    }

    static void requireWeight(String what, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(what + " is at least 0 and finite, not " + weight);
        }
    }
}

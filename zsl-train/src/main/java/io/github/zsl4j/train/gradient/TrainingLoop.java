package io.github.zsl4j.train.gradient;

import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingListener.Progress;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Goes through the training data again and again in small batches, and follows the gradient of each. */
public final class TrainingLoop {

    private static final int INITIAL = -1;

    private final Task task;
    private final TrainingOptions options;
    private final TrainingRun run;

    private TrainingLoop(Task task, TrainingOptions options, TrainingRun run) {
        this.task = task;
        this.options = options;
        this.run = run;
    }

    /**
     * Trains.
     *
     * @return the parameters of the best epoch, or of the last if nothing is held out
     * @throws ArithmeticException if a loss is not a number or infinite, or the task finds that training has failed
     * @throws IllegalArgumentException if the checkpoint is of another training
     * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
     */
    public static List<Parameter> train(Task task, TrainingOptions options, TrainingRun run) {
        return new TrainingLoop(task, options, run).train();
    }

    private List<Parameter> train() {
        TrainingState state = new TrainingState(task.initial(Seeds.random(options.seed(), INITIAL)));
        Optional<Checkpoint> checkpoint =
                run.checkpoint().map(file -> new Checkpoint(file, task.identity() + " " + options));
        checkpoint.ifPresent(file -> file.readInto(state));
        while (state.epoch() < options.epochs()
                && !state.isStuck(options.validation().patience())) {
            EpochLoss loss = TrainingThread.call(() -> epoch(state));
            task.check(loss.parts(), state.epoch() + 1);
            OptionalDouble measure = task.measure(state.parameters());
            state.endEpoch(measure);
            checkpoint.ifPresent(file -> file.write(state));
            run.listener()
                    .epochEnded(new Progress(state.epoch(), options.epochs(), loss.mean(), measure, loss.parts()));
        }
        return state.result();
    }

    private EpochLoss epoch(TrainingState state) {
        Random random = Seeds.random(options.seed(), state.epoch());
        int[] order = Seeds.shuffled(task.items(), random);
        EpochLoss losses = new EpochLoss();
        int size = Math.min(options.batchSize(), order.length);
        long step = (long) state.epoch() * ((order.length + size - 1) / size);
        for (int from = 0; from < order.length; from += size) {
            int to = Math.min(from + size, order.length);
            losses.add(step(state, new Batch(Arrays.copyOfRange(order, from, to), random, step)));
            step++;
        }
        return losses;
    }

    private Gradients step(TrainingState state, Batch batch) {
        Gradients gradients = task.gradients(state.parameters(), batch);
        requireNumber("loss", gradients.loss(), state.epoch());
        requireNumber("length of the gradient", gradients.norm(), state.epoch());
        Optimiser optimiser = options.optimiser();
        double factor = optimiser.schedule().factor(state.epoch(), options.epochs());
        state.moments().step(state.parameters(), gradients, optimiser, factor * optimiser.learningRate());
        return gradients;
    }

    private static void requireNumber(String what, double value, int epoch) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("The " + what + " became " + value + " in epoch " + (epoch + 1)
                    + "; lower the learning rate, clip the gradient, or scale features and semantics");
        }
    }
}

package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.generate.GeneratorTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;

/**
 * A generator of features that is trained by gradients. Features and semantics are taken as they are, but for one factor
 * each, which makes their components 1 in the root of the mean square; scale them beforehand if some components are much
 * larger than others.
 */
public interface GradientGeneratorTrainer extends GeneratorTrainer {

    /** How it is trained; nothing can be held out, as a generator by itself classifies nothing. */
    TrainingOptions options();

    /**
     * Trains and tells of it: the listener gets the parts of the loss by name, and with them {@code spread}, the variance of
     * what is generated as a part of that of the real features.
     *
     * @throws IllegalArgumentException if the options do not fit the data, or the checkpoint is of another training
     * @throws ArithmeticException if the loss leaves the numbers, or what is generated becomes all alike
     * @throws io.github.zsl4j.error.ModelException if PyTorch is missing; the message names the dependencies
     * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
     */
    GenerativeModel fit(TrainingSet examples, TrainingRun run);

    @Override
    default GenerativeModel fit(TrainingSet examples) {
        return fit(examples, TrainingRun.silent());
    }

    @Override
    default GeneratorTrainer during(Progress listener) {
        return examples -> fit(
                examples,
                TrainingRun.silent().withListener(p -> listener.epochEnded(p.epoch(), p.epochs(), p.parts())));
    }
}

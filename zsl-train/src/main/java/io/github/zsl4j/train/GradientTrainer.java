package io.github.zsl4j.train;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;

/**
 * A method that is trained by gradients. What it gives is made of plain alignments, which need no engine.
 *
 * <p>Features and semantics are taken as they are; gradients do best where their components are about as large as 1, so
 * scale them, as with {@link io.github.zsl4j.align.ScaledTrainer}. Several trainings in one program take turns.
 */
public interface GradientTrainer extends AlignmentTrainer {

    /** How this method is trained. */
    TrainingOptions options();

    /**
     * Trains and tells of it.
     *
     * @throws IllegalArgumentException if the options do not fit the data, or the checkpoint is of another training
     * @throws ArithmeticException if the loss leaves the numbers; a lower learning rate or scaled features help
     * @throws io.github.zsl4j.error.ModelException if PyTorch is missing; the message names the dependencies
     * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
     */
    SemanticAlignment fit(TrainingSet examples, TrainingRun run);

    @Override
    default SemanticAlignment fit(TrainingSet examples) {
        return fit(examples, TrainingRun.silent());
    }

    /** This method as one that tells of its training, for wrappers that know nothing of runs. */
    default AlignmentTrainer during(TrainingRun run) {
        return examples -> fit(examples, run);
    }
}

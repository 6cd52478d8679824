package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.TrainingOptions;

/** A method that learns to draw. Several trainings in one program take turns. */
public interface PictureTrainer {

    /** How this method is trained. */
    TrainingOptions options();

    /** The same method, trained otherwise. */
    PictureTrainer withOptions(TrainingOptions newOptions);

    /**
     * Trains and tells of it.
     *
     * @throws IllegalArgumentException if the options do not fit the data, or the checkpoint is of another training
     * @throws ArithmeticException if the loss leaves the numbers, or what is drawn becomes the same whatever is asked for
     * @throws io.github.zsl4j.error.ModelException if PyTorch is missing; the message names the dependencies
     * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
     */
    PictureGenerator fit(PictureExamples examples, PictureRun run);

    /** Trains in silence. */
    default PictureGenerator fit(PictureExamples examples) {
        return fit(examples, PictureRun.silent());
    }
}

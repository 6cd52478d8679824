package io.github.zsl4j.train;

import java.util.OptionalDouble;

/** Told how training goes, on the thread that trains. An exception that it throws ends the training. */
@FunctionalInterface
public interface TrainingListener {

    /** Called after each epoch, when its checkpoint, if there is one, has been written. */
    void epochEnded(Progress progress);

    /**
     * How far training has come.
     *
     * @param epoch that ended, from 1
     * @param epochs of the training, unless it ends early
     * @param loss the mean over the epoch's steps, without weight decay
     * @param validation the accuracy on what is held out, in [0, 1]; empty if nothing is
     */
    record Progress(int epoch, int epochs, double loss, OptionalDouble validation) {}
}

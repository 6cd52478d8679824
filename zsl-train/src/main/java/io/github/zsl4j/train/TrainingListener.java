package io.github.zsl4j.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
     * @param parts what the loss is made of, by name, as means over those steps that have the part; empty for a method
     *     whose loss has one part
     */
    record Progress(int epoch, int epochs, double loss, OptionalDouble validation, Map<String, Double> parts) {

        public Progress {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }
}

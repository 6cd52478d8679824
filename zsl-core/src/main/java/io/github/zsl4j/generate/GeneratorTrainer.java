package io.github.zsl4j.generate;

import io.github.zsl4j.align.TrainingSet;
import java.util.Map;

/**
 * Learns from pictures of seen classes to sample features of any class. Implementations are records of validated options;
 * they are immutable, thread-safe and deterministic: equal options and equal data give equal generators on one machine.
 */
@FunctionalInterface
public interface GeneratorTrainer {

    /**
     * @throws IllegalArgumentException if the options do not fit the data; the message says which
     * @throws ArithmeticException if training fails, as when all samples become alike; the message says what helps
     */
    GenerativeModel fit(TrainingSet examples);

    /** This trainer as one that tells how training goes; one that is done at once tells nothing. */
    default GeneratorTrainer during(Progress listener) {
        return this;
    }

    /** Told how training goes, on the thread that trains. An exception that it throws ends the training. */
    @FunctionalInterface
    interface Progress {

        /**
         * Called after each epoch.
         *
         * @param epoch that ended, from 1
         * @param epochs of the training
         * @param losses what the loss is made of, by name, as means over the epoch
         */
        void epochEnded(int epoch, int epochs, Map<String, Double> losses);
    }
}

package io.github.zsl4j.train.gradient;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;

/** What is learned from what: the part of training that differs from method to method. */
public interface Task {

    /** Tells trainings apart whose results differ, besides their options: a digest of the method and its data. */
    String identity();

    /** How many pictures or episodes an epoch has, at least 1. */
    int items();

    /** The parameters that training begins with. */
    List<Parameter> initial(Random random);

    /** The loss of a batch, lower is better, and the direction in which it grows. */
    Gradients gradients(List<Parameter> parameters, Batch batch);

    /**
     * Ends a training that goes wrong; called after each epoch.
     *
     * @param parts the means of the parts of the loss over the epoch
     * @param epoch that ended, from 1
     * @throws ArithmeticException if it does; the message says what was found and what helps
     */
    default void check(Map<String, Double> parts, int epoch) {}

    /** How good parameters are on what is held out, higher is better; empty if nothing is. */
    default OptionalDouble measure(List<Parameter> parameters) {
        return OptionalDouble.empty();
    }
}

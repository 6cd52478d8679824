package io.github.zsl4j.train;

import java.util.Objects;

/**
 * What makes a step of a gradient g. Weight decay adds {@code weightDecay} times the parameters to g, so that it is the
 * gradient of {@code weightDecay / 2} times their squared length.
 *
 * <p><b>References:</b> Kingma and Ba, "Adam: A method for stochastic optimization", ICLR 2015; Gulrajani, Ahmed,
 * Arjovsky, Dumoulin and Courville, "Improved training of Wasserstein GANs", NeurIPS 2017 (Adam for adversaries).
 *
 * @param rule how g becomes a step
 * @param learningRate the length of steps, above 0 (usual range 1e-4 to 1)
 * @param weightDecay at least 0 (usual range 0 to 1e-2)
 * @param schedule how the learning rate changes over the epochs
 * @param clip the greatest length of the gradient of all parameters together, above 0; infinite for no limit. Applied
 *     before weight decay
 */
public record Optimiser(Rule rule, double learningRate, double weightDecay, Schedule schedule, double clip) {

    /** How a gradient becomes a step; the steps are those of PyTorch's optimisers. */
    public enum Rule {
        /** The learning rate times the gradient. */
        SGD,
        /** The learning rate times the sum of all gradients so far, each weighted 0.9 to the number of steps since. */
        MOMENTUM,
        /** Adam with moments of 0.9 and 0.999 and an epsilon of 1e-8. */
        ADAM,
        /**
         * Adam with moments of 0 and 0.9 and an epsilon of 1e-8, for networks that are trained against each other: where the
         * other one changes, earlier gradients mislead.
         */
        ADVERSARIAL_ADAM
    }

    /** @throws IllegalArgumentException if a number is out of its range; the message says which */
    public Optimiser {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(schedule, "schedule");
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("The learning rate is above 0 and finite, not " + learningRate);
        }
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new IllegalArgumentException("Weight decay is at least 0 and finite, not " + weightDecay);
        }
        if (!(clip > 0)) {
            throw new IllegalArgumentException("A gradient is clipped to a length above 0, not " + clip);
        }
    }

    /** Adam with a constant learning rate, without weight decay and clipping. */
    public static Optimiser adam(double learningRate) {
        return of(Rule.ADAM, learningRate);
    }

    /** Plain steps with a constant learning rate, without weight decay and clipping. */
    public static Optimiser sgd(double learningRate) {
        return of(Rule.SGD, learningRate);
    }

    private static Optimiser of(Rule rule, double learningRate) {
        return new Optimiser(rule, learningRate, 0, Schedule.constant(), Double.POSITIVE_INFINITY);
    }

    public Optimiser withRule(Rule newRule) {
        return new Optimiser(newRule, learningRate, weightDecay, schedule, clip);
    }

    public Optimiser withLearningRate(double newLearningRate) {
        return new Optimiser(rule, newLearningRate, weightDecay, schedule, clip);
    }

    public Optimiser withWeightDecay(double newWeightDecay) {
        return new Optimiser(rule, learningRate, newWeightDecay, schedule, clip);
    }

    public Optimiser withSchedule(Schedule newSchedule) {
        return new Optimiser(rule, learningRate, weightDecay, newSchedule, clip);
    }

    public Optimiser withClip(double newClip) {
        return new Optimiser(rule, learningRate, weightDecay, schedule, newClip);
    }
}

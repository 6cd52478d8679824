package io.github.zsl4j.train;

import java.util.Objects;

/**
 * Holding out a part of the training data, to keep the parameters of the epoch that did best on it and to end training
 * when it does not get better. What is measured is the mean per-class accuracy.
 *
 * @param heldOut what is held out
 * @param share of it, in (0, 1), rounded, at least one picture of each class or two classes; 0 if nothing is held out
 * @param patience epochs without a better result before training ends, at least 1
 */
public record Validation(HeldOut heldOut, double share, int patience) {

    /** What is held out of the training. */
    public enum HeldOut {
        /** Nothing: all epochs are run, and the parameters of the last are taken. */
        NOTHING,
        /** Pictures of every class, which are classified among the classes that are trained with. */
        PICTURES,
        /** Whole classes, which are classified among themselves, as unseen classes will be. */
        CLASSES
    }

    /** @throws IllegalArgumentException if a number is out of its range; the message says which */
    public Validation {
        Objects.requireNonNull(heldOut, "heldOut");
        boolean none = heldOut == HeldOut.NOTHING;
        if (none ? share != 0 : !(share > 0 && share < 1)) {
            throw new IllegalArgumentException("The share of held out " + heldOut + " is "
                    + (none ? "0" : "above 0 and below 1") + ", not " + share);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("Patience is at least 1 epoch, not " + patience);
        }
    }

    /** Nothing is held out. */
    public static Validation none() {
        return new Validation(HeldOut.NOTHING, 0, Integer.MAX_VALUE);
    }

    /** A tenth or so of the pictures of each class is held out. */
    public static Validation pictures(double share, int patience) {
        return new Validation(HeldOut.PICTURES, share, patience);
    }

    /** A fifth or so of the classes is held out. */
    public static Validation classes(double share, int patience) {
        return new Validation(HeldOut.CLASSES, share, patience);
    }
}

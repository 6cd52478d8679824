package io.github.zsl4j.model;

/** How the labels of a list relate. */
public enum LabelMode {
    /** Exactly one label is right: probabilities sum to one. */
    SINGLE,
    /** Any number of labels may be right: each has a probability of its own. */
    INDEPENDENT
}

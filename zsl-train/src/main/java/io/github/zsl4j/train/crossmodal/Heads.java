package io.github.zsl4j.train.crossmodal;

import java.util.Objects;

/**
 * The heads of both sides.
 *
 * @param pictures the head of features
 * @param texts the head of semantics
 * @param dimension of the common space, at least 1; 0 for that of the features
 */
public record Heads(Head pictures, Head texts, int dimension) {

    /** @throws IllegalArgumentException if the dimension is negative, or nothing is learned on either side */
    public Heads {
        Objects.requireNonNull(pictures, "pictures");
        Objects.requireNonNull(texts, "texts");
        if (dimension < 0) {
            throw new IllegalArgumentException("A common space has at least 1 dimension, not " + dimension);
        }
        if (pictures.form() == Head.Form.IDENTITY && texts.form() == Head.Form.IDENTITY) {
            throw new IllegalArgumentException("With the identity on both sides there is nothing to learn");
        }
    }

    /**
     * The same free head on both sides.
     *
     * @param head such as {@link Head#linear}
     * @param dimension of the common space, at least 1
     */
    public static Heads both(Head head, int dimension) {
        return new Heads(head, head, dimension);
    }

    /** Features stay as they are, and texts are carried to them. */
    public static Heads toPictures(Head texts) {
        return new Heads(Head.identity(), texts, 0);
    }

    /** Whether the heads could carry everything to one point. */
    boolean areFree() {
        return pictures.form() == Head.Form.FREE && texts.form() == Head.Form.FREE;
    }
}

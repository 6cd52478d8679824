package io.github.zsl4j.train.crossmodal;

import java.util.Objects;

/**
 * What carries vectors of one side into the common space.
 *
 * @param form what it begins as
 * @param hidden the dimension between two layers, at least 1; 0 for one affine layer, or for none
 */
public record Head(Form form, int hidden) {

    /** What a head begins as. */
    public enum Form {
        /** Nothing is learned: vectors stay as they are. */
        IDENTITY,
        /** x W + b, or max(0, x W1 + b1) W2 + b2, with weights that begin at random. */
        FREE,
        /**
         * The leading components of x, as many as the common space has, plus what a free head of x would give, which begins
         * as 0. So training begins with vectors that are good already and has to learn only what is wrong with them; weight
         * decay draws back to there.
         */
        RESIDUAL,
        /**
         * As {@link #RESIDUAL}, but what is added is learned from the components that follow the leading ones: something
         * else that is known, which tells better what is wrong than the leading components themselves.
         */
        RESIDUAL_OF_REST
    }

    /** @throws IllegalArgumentException if {@code hidden} is negative, or not 0 for the identity */
    public Head {
        Objects.requireNonNull(form, "form");
        if (hidden < 0 || form == Form.IDENTITY && hidden > 0) {
            throw new IllegalArgumentException(
                    "Between the layers of a head are at least 1 dimension, or 0 for one layer or none, not " + hidden
                            + " for " + form);
        }
    }

    /** Nothing is learned. */
    public static Head identity() {
        return new Head(Form.IDENTITY, 0);
    }

    /** One affine layer. */
    public static Head linear() {
        return new Head(Form.FREE, 0);
    }

    /**
     * Two layers.
     *
     * @param hidden the dimension between them, at least 1
     */
    public static Head twoLayers(int hidden) {
        return new Head(Form.FREE, hidden);
    }

    /** This head as one that begins as the identity. */
    public Head residual() {
        return new Head(Form.RESIDUAL, hidden);
    }

    /** This head as one that begins as the identity of the leading components, and learns from the others. */
    public Head residualOfRest() {
        return new Head(Form.RESIDUAL_OF_REST, hidden);
    }
}

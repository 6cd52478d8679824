package io.github.zsl4j.train.projection;

/**
 * Where pictures and classes are compared.
 *
 * @param dimension of a space that both are mapped into, at least 1; 0 if features are mapped into the semantics' space
 */
public record Destination(int dimension) {

    /** @throws IllegalArgumentException if the dimension is negative */
    public Destination {
        if (dimension < 0) {
            throw new IllegalArgumentException("A space has at least 1 dimension, not " + dimension);
        }
    }

    /** Features are mapped to the semantics of their classes, which stay as they are. */
    public static Destination semantics() {
        return new Destination(0);
    }

    /**
     * Features and semantics are both mapped into a new space. There, that pictures agree with their classes is not enough:
     * it is achieved by mapping everything to one point. So the loss is taken over all pairs of a picture and a training
     * class, by cosine, with 1 wanted for the own class and 0 for the others, and the two kinds weigh alike.
     *
     * @param dimension at least 1
     */
    public static Destination common(int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("A common space has at least 1 dimension, not " + dimension);
        }
        return new Destination(dimension);
    }

    boolean isSemantics() {
        return dimension == 0;
    }
}

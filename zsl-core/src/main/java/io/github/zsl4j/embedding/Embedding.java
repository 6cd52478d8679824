package io.github.zsl4j.embedding;

import java.util.Arrays;
import java.util.Objects;

/** One vector of an embedding space, as its encoder gave it (not normalised). Immutable and thread-safe. */
public final class Embedding {

    private final EmbeddingSpace space;
    private final float[] values;

    private Embedding(EmbeddingSpace space, float[] values) {
        this.space = space;
        this.values = values;
    }

    /**
     * @param values one per dimension, all finite; copied
     * @throws IllegalArgumentException if the length is not the space's dimension or a value is not finite
     */
    public static Embedding of(EmbeddingSpace space, float... values) {
        Objects.requireNonNull(space, "space");
        VectorMath.requireFinite(values, "embedding of " + space.name());
        if (values.length != space.dimension()) {
            throw new IllegalArgumentException(
                    "A vector of " + space + " has " + space.dimension() + " values, not " + values.length);
        }
        return new Embedding(space, values.clone());
    }

    public EmbeddingSpace space() {
        return space;
    }

    /** A copy of the values. */
    public float[] toArray() {
        return values.clone();
    }

    /** @param index from 0 to dimension - 1 */
    public float get(int index) {
        return values[index];
    }

    /** The Euclidean length. */
    public double norm() {
        return VectorMath.norm(values, 0, values.length);
    }

    /** The same direction with length 1; the zero vector stays zero. */
    public Embedding unit() {
        float[] copy = values.clone();
        VectorMath.normalise(copy, 0, copy.length);
        return new Embedding(space, copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && space.equals(that.space) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * space.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding of " + space;
    }
}

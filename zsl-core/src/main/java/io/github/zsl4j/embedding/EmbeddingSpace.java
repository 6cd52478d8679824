package io.github.zsl4j.embedding;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A vector space that an encoder maps into. Two vectors may be compared only if their spaces are equal.
 *
 * @param name what people call it, such as {@code clip-vit-base-patch32}
 * @param dimension number of components of every vector, at least 1
 * @param identity tells spaces of one name apart, usually a digest of the model's weights
 */
public record EmbeddingSpace(String name, int dimension, String identity) {

    /** @throws IllegalArgumentException if {@code dimension} is not positive */
    public EmbeddingSpace {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(identity, "identity");
        if (dimension < 1) {
            throw new IllegalArgumentException("An embedding space has at least 1 dimension, not " + dimension);
        }
    }

    /** A space that is known by its name and dimension alone, for vectors that come from elsewhere. */
    public static EmbeddingSpace of(String name, int dimension) {
        return new EmbeddingSpace(name, dimension, name);
    }

    /**
     * The space that a learned map leads to: equal only to that of a map with the same parameters.
     *
     * @param parameters of the map; their digest is the identity
     */
    public static EmbeddingSpace ofParameters(String name, int dimension, float[]... parameters) {
        MessageDigest digest = sha256();
        for (float[] values : parameters) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
            bytes.asFloatBuffer().put(values);
            digest.update(bytes);
        }
        return new EmbeddingSpace(name, dimension, HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException if {@code other} is another space */
    public void requireSame(EmbeddingSpace other) {
        if (!equals(other)) {
            throw new IllegalArgumentException("Vectors of different spaces cannot be compared: " + this + " and "
                    + other + "; encode both sides with the same model");
        }
    }

    @Override
    public String toString() {
        return name + " [" + dimension + "]" + (identity.equals(name) ? "" : " #" + identity);
    }
}

package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/**
 * Leaves vectors as they are, or declares that vectors of one space may be read as vectors of another.
 *
 * @param source of dimension d
 * @param target of dimension d
 */
public record IdentityAlignment(EmbeddingSpace source, EmbeddingSpace target) implements Alignment {

    /** @throws IllegalArgumentException if the dimensions differ */
    public IdentityAlignment {
        Objects.requireNonNull(target, "target");
        if (source.dimension() != target.dimension()) {
            throw new IllegalArgumentException(source + " and " + target + " have different dimensions");
        }
    }

    /** The map that changes nothing. */
    public IdentityAlignment(EmbeddingSpace space) {
        this(space, space);
    }

    @Override
    public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
        source.requireSame(vectors.space());
        return source.equals(target) ? vectors : EmbeddingMatrix.wrap(target, vectors.toArray());
    }
}

package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.List;

/**
 * Maps one after another. As thread-safe as its parts.
 *
 * @param parts at least one; each begins where the one before leads to
 */
public record AlignmentChain(List<Alignment> parts) implements Alignment {

    /** @throws IllegalArgumentException if there is no part, or two neighbours do not fit */
    public AlignmentChain {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A chain has at least one part");
        }
        for (int i = 1; i < parts.size(); i++) {
            if (!parts.get(i).source().equals(parts.get(i - 1).target())) {
                throw new IllegalArgumentException(
                        "Part " + i + " maps from " + parts.get(i).source() + ", but the one before leads to "
                                + parts.get(i - 1).target());
            }
        }
    }

    /** @throws IllegalArgumentException if there is no part, or two neighbours do not fit */
    public static AlignmentChain of(Alignment... parts) {
        return new AlignmentChain(List.of(parts));
    }

    @Override
    public EmbeddingSpace source() {
        return parts.get(0).source();
    }

    @Override
    public EmbeddingSpace target() {
        return parts.get(parts.size() - 1).target();
    }

    @Override
    public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
        EmbeddingMatrix mapped = vectors;
        for (Alignment part : parts) {
            mapped = part.apply(mapped);
        }
        return mapped;
    }
}

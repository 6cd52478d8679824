package io.github.zsl4j.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/**
 * Samples that are carried elsewhere, as codes are decoded into features. As thread-safe as its parts.
 *
 * @param generator of the samples
 * @param map of each, from the space of the samples
 */
public record MappedGenerator(FeatureGenerator generator, Alignment map) implements FeatureGenerator {

    /** @throws IllegalArgumentException if the two do not fit */
    public MappedGenerator {
        Objects.requireNonNull(generator, "generator");
        map.source().requireSame(generator.featureSpace());
    }

    @Override
    public EmbeddingSpace semanticSpace() {
        return generator.semanticSpace();
    }

    @Override
    public EmbeddingSpace featureSpace() {
        return map.target();
    }

    @Override
    public EmbeddingMatrix sample(EmbeddingMatrix classes, int perClass, long seed) {
        return map.apply(generator.sample(classes, perClass, seed));
    }

    @Override
    public MappedGenerator after(Alignment before) {
        return new MappedGenerator(generator.after(before), map);
    }
}

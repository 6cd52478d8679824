package io.github.zsl4j.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/**
 * A generator, and how pictures come to where its samples are. Immutable and thread-safe.
 *
 * @param features from pictures' features to the space of the samples: the identity if features themselves are generated, an
 *     encoder if codes are
 * @param generator of samples
 */
public record GenerativeModel(Alignment features, FeatureGenerator generator) {

    /** @throws IllegalArgumentException if the two lead to different spaces */
    public GenerativeModel {
        Objects.requireNonNull(generator, "generator");
        features.target().requireSame(generator.featureSpace());
    }

    /** The space of pictures' features. */
    public EmbeddingSpace featureSpace() {
        return features.source();
    }

    /** The space of classes' semantics. */
    public EmbeddingSpace semanticSpace() {
        return generator.semanticSpace();
    }

    /**
     * The same for vectors as they were before scaling.
     *
     * @param featureScaling from other features to those of this model
     * @param semanticScaling from other semantics to those of this model
     */
    GenerativeModel after(Alignment featureScaling, Alignment semanticScaling) {
        return new GenerativeModel(AlignmentChain.of(featureScaling, features), generator.after(semanticScaling));
    }
}

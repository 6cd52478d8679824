package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.Objects;

/**
 * No training: features and semantics are compared as they are, as is right for the image and text embeddings of a joint
 * model such as CLIP. The score of a class with semantics s for a picture with features x is sim(x, s).
 *
 * <p><b>References:</b> Frome et al., "DeViSE: A Deep Visual-Semantic Embedding Model", NIPS 2013, and Radford et al.,
 * "Learning Transferable Visual Models From Natural Language Supervision", ICML 2021, for the comparison.
 *
 * @param similarity sim
 */
public record SemanticSimilarity(Similarity similarity) implements AlignmentTrainer {

    public SemanticSimilarity {
        Objects.requireNonNull(similarity, "similarity");
    }

    /** @throws IllegalArgumentException if features and semantics have different dimensions */
    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        return of(examples.features().space(), examples.semantics().space());
    }

    /**
     * The same without examples, which are not looked at.
     *
     * @throws IllegalArgumentException if the spaces have different dimensions
     */
    public SemanticAlignment of(EmbeddingSpace features, EmbeddingSpace semantics) {
        if (features.dimension() != semantics.dimension()) {
            throw new IllegalArgumentException("Features of " + features + " and semantics of " + semantics
                    + " have different dimensions and cannot be compared directly; use both towers of one joint model, or a"
                    + " method that learns a map, such as ESZSL");
        }
        return Maps.toFeatures(features, new IdentityAlignment(semantics, features), similarity);
    }
}

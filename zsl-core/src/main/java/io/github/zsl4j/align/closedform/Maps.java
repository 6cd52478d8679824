package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.Matrix;

/** Fitted alignments from weights. */
final class Maps {

    private Maps() {}

    /** The map x W into a space of its own. */
    static LinearAlignment linear(String name, EmbeddingSpace source, Matrix w) {
        float[] weights = w.toFloats();
        EmbeddingSpace target = EmbeddingSpace.ofParameters(name + " of " + source.name(), w.columns(), weights);
        return LinearAlignment.of(source, target, weights);
    }

    /** Features are mapped, and compared with the semantics as they are. */
    static SemanticAlignment toSemantics(Alignment features, EmbeddingSpace semantics, Similarity similarity) {
        return SemanticAlignment.of(features, new IdentityAlignment(semantics, features.target()), similarity);
    }

    /** Semantics are mapped, and compared with the features as they are. */
    static SemanticAlignment toFeatures(EmbeddingSpace features, Alignment semantics, Similarity similarity) {
        return SemanticAlignment.of(new IdentityAlignment(features, semantics.target()), semantics, similarity);
    }
}

package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import io.github.zsl4j.linalg.SymmetricSylvester;
import java.util.Objects;

/**
 * The semantic autoencoder: one linear map W [a, d] leads from features to semantics and, transposed, back again. It
 * minimises |X - SW|² + λ|XWᵀ - S|², whose solution is that of Sylvester's equation
 *
 * <pre>AW + WB = C  with  A = SᵀS,  B = λXᵀX,  C = (1 + λ) SᵀX</pre>
 *
 * with the features X [n, d] of the pictures and, of each picture, the semantics S [n, a] of its class. Classes are
 * compared by cosine. Cost O(nd² + d³ + a³ + ad²).
 *
 * <p><b>References:</b> Kodirov, Xiang and Gong, "Semantic Autoencoder for Zero-Shot Learning", CVPR 2017, whose X and S are
 * the transposed of these.
 *
 * @param lambda λ, above 0 (usual range 1e-2 to 1e6; it weighs features that are mapped to semantics)
 * @param decoder where pictures and classes are compared
 */
public record Sae(double lambda, Decoder decoder) implements AlignmentTrainer {

    /** Where pictures and classes are compared; the paper reports both. */
    public enum Decoder {
        /** In the semantics' space, with pictures mapped by x Wᵀ. */
        FEATURES_TO_SEMANTICS,
        /** In the features' space, with classes mapped by s W. */
        SEMANTICS_TO_FEATURES
    }

    /** @throws IllegalArgumentException if λ is not above 0 and finite */
    public Sae {
        Options.requireAboveZero("lambda", lambda);
        Objects.requireNonNull(decoder, "decoder");
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        Matrix w = solve(examples);
        EmbeddingSpace features = examples.features().space();
        EmbeddingSpace semantics = examples.semantics().space();
        return decoder == Decoder.FEATURES_TO_SEMANTICS
                ? Maps.toSemantics(Maps.linear("SAE", features, w.transpose()), semantics, Similarity.COSINE)
                : Maps.toFeatures(features, Maps.linear("SAE", semantics, w), Similarity.COSINE);
    }

    /** The equation divided by λ, so that the work on XᵀX serves for every λ. */
    private Matrix solve(TrainingSet examples) {
        Matrix ofPictures = examples.semanticMatrix().scaleRows(c -> Math.sqrt(examples.count(c)));
        Matrix a = LinearAlgebra.backend().gram(ofPictures).times(1 / lambda);
        Matrix c = examples.crossProduct().transpose().times((1 + lambda) / lambda);
        return SymmetricSylvester.solve(a, examples.gramSystems(), c);
    }
}

package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/**
 * Ridge regression from features to semantics; classes are compared in the semantics' space by cosine.
 *
 * <pre>W = (XᵀX + λI)⁻¹ Xᵀ Y S</pre>
 *
 * with features X [n, d], labels Y [n, c] in {0, 1} and semantics S [c, a] of the seen classes. Cost O(nd² + d³).
 *
 * <p><b>References:</b> Hoerl and Kennard, "Ridge Regression", Technometrics 1970; for zero-shot learning Palatucci,
 * Pomerleau, Hinton and Mitchell, "Zero-Shot Learning with Semantic Output Codes", NIPS 2009.
 *
 * @param lambda λ, at least 0 (usual range 1e-2 to 1e3 for features of length 1)
 */
public record Ridge(double lambda) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if λ is negative or not finite */
    public Ridge {
        Options.requireAtLeastZero("lambda", lambda);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        Matrix w = LinearAlgebra.backend().solve(examples.gram().plusDiagonal(lambda), examples.crossProduct());
        return Maps.toSemantics(
                Maps.linear("ridge", examples.features().space(), w),
                examples.semantics().space(),
                Similarity.COSINE);
    }
}

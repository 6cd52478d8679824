package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/**
 * Embarrassingly simple zero-shot learning: a bilinear map between features and semantics in closed form.
 *
 * <pre>V = (XᵀX + αI)⁻¹ Xᵀ Y S (SᵀS + γI)⁻¹</pre>
 *
 * with features X [n, d], labels Y [n, c] in {0, 1} and semantics S [c, a] of the seen classes; the score of a class with
 * semantics s for a picture x is xᵀVs. Y follows section 3 of the paper; many programs have -1 in place of 0, which gives
 * other weights. Cost O(nd² + d³ + a³).
 *
 * <p><b>References:</b> Romera-Paredes and Torr, "An embarrassingly simple approach to zero-shot learning", ICML 2015.
 *
 * @param alpha α, ridge on the side of features, at least 0 (usual range 1e-3 to 1e3)
 * @param gamma γ, ridge on the side of semantics, at least 0 (usual range 1e-3 to 1e3)
 */
public record Eszsl(double alpha, double gamma) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if α or γ is negative or not finite */
    public Eszsl {
        Options.requireAtLeastZero("alpha", alpha);
        Options.requireAtLeastZero("gamma", gamma);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        LinearAlgebra algebra = LinearAlgebra.backend();
        Matrix left = algebra.solve(examples.gram().plusDiagonal(alpha), examples.crossProduct());
        Matrix inner = algebra.gram(examples.semanticMatrix()).plusDiagonal(gamma);
        Matrix v = algebra.solve(inner, left.transpose()).transpose();
        return Maps.toSemantics(
                Maps.linear("ESZSL", examples.features().space(), v),
                examples.semantics().space(),
                Similarity.DOT);
    }
}

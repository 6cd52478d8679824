package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.KernelAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Objects;

/**
 * Kernel ridge regression from semantics to the mean features of classes; classes are compared in the features' space by
 * cosine. The prototype of a class with semantics s is
 *
 * <pre>(k(s, s_1), …, k(s, s_c)) (K + λI)⁻¹ M</pre>
 *
 * with the semantics s_i of the seen classes, their likeness K [c, c] and their mean features M [c, d]. Cost
 * O(nd + c²a + c³ + c²d).
 *
 * <p><b>References:</b> Saunders, Gammerman and Vovk, "Ridge Regression Learning Algorithm in Dual Variables", ICML 1998;
 * for zero-shot prototypes Changpinyo, Chao and Sha, "Predicting Visual Exemplars of Unseen Classes for Zero-Shot
 * Learning", ICCV 2017, with support vector regression.
 *
 * @param kernel k
 * @param lambda λ, at least 0 (usual range 1e-3 to 10). Maps are kept as floats: below 1e-3 rounding shows
 */
public record KernelRidge(Kernel kernel, double lambda) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if λ is negative or not finite */
    public KernelRidge {
        Objects.requireNonNull(kernel, "kernel");
        Options.requireAtLeastZero("lambda", lambda);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        EmbeddingMatrix seen = examples.semantics();
        Matrix k = kernel.between(seen, seen);
        Matrix w = LinearAlgebra.backend().solve(k.plusDiagonal(lambda), examples.classMeans());
        KernelAlignment likeness = KernelAlignment.of(seen, kernel);
        return Maps.toFeatures(
                examples.features().space(),
                AlignmentChain.of(likeness, Maps.linear("kernel ridge", likeness.target(), w)),
                Similarity.COSINE);
    }
}

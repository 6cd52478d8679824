package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Objects;

/**
 * Ridge regression the other way round, from semantics to features; classes are compared in the features' space by cosine.
 * A regression draws its results together, and results that lie close together make some of the others neighbours of too
 * many (hubs): mapping the classes rather than the pictures avoids that.
 *
 * <pre>W = (SᵀNS + λI)⁻¹ SᵀNM</pre>
 *
 * with semantics S [c, a] of the seen classes, their mean features M [c, d] and weights N = diag(n_1, …, n_c): 1 for each
 * class, or its number of pictures, which is the regression over all pictures. Cost O(nd + a³ + a²d).
 *
 * <p><b>References:</b> Shigeto, Suzuki, Hara, Shimbo and Matsumoto, "Ridge Regression, Hubness, and Zero-Shot Learning",
 * ECML PKDD 2015, over pictures and with the Euclidean distance.
 *
 * @param lambda λ, at least 0 (usual range 1e-3 to 1e3)
 * @param weights what counts as one example
 */
public record ReverseRidge(double lambda, Weights weights) implements AlignmentTrainer {

    /** What a class weighs. */
    public enum Weights {
        /** Every class the same. */
        CLASSES,
        /** Every picture the same. */
        PICTURES
    }

    /** @throws IllegalArgumentException if λ is negative or not finite */
    public ReverseRidge {
        Options.requireAtLeastZero("lambda", lambda);
        Objects.requireNonNull(weights, "weights");
    }

    /** Every class weighs the same. */
    public ReverseRidge(double lambda) {
        this(lambda, Weights.CLASSES);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        LinearAlgebra algebra = LinearAlgebra.backend();
        boolean pictures = weights == Weights.PICTURES;
        Matrix s = examples.semanticMatrix();
        Matrix weighted = s.scaleRows(c -> pictures ? Math.sqrt(examples.count(c)) : 1);
        Matrix sums = pictures ? examples.classSums() : examples.classMeans();
        Matrix w = algebra.solve(algebra.gram(weighted).plusDiagonal(lambda), algebra.multiply(s.transpose(), sums));
        return Maps.toFeatures(
                examples.features().space(),
                Maps.linear("reverse ridge", examples.semantics().space(), w),
                Similarity.COSINE);
    }
}

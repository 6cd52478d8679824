package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.Matrix;

/**
 * Canonical correlation analysis: the directions of features and of semantics that correlate best over the pairs of a picture
 * and its class (or caption), each uncorrelated with those before.
 *
 * <pre>max corr(x w, s v):  Cxs v = ρ Cxx w,  Csx w = ρ Css v,  W = [w_1 ρ_1^p …],  V = [v_1 ρ_1^p …]</pre>
 *
 * with the covariances C of the n pairs, wᵀCxx w = vᵀCss v = 1, and the share κ of the mean variance added to the diagonals of
 * Cxx and Css. Pictures and classes are compared by the cosine of (x - mean) W and (s - mean) V. With p = 0 all directions
 * count alike; with p > 0 those that correlate better count more. Directions that do not correlate are left out. Cost
 * O(nd² + d³ + a³).
 *
 * <p><b>References:</b> Hotelling, "Relations between two sets of variates", Biometrika 1936; regularised, for pictures and
 * texts, Hardoon, Szedmak and Shawe-Taylor, "Canonical correlation analysis: An overview with application to learning
 * methods", Neural Computation 2004; the power of correlations Gong, Ke, Isard and Lazebnik, "A multi-view embedding space
 * for modeling internet images, tags, and their semantics", IJCV 2014.
 *
 * @param regularisation κ, at least 0 (usual range 1e-3 to 1)
 * @param dimension the greatest number of directions, at least 1; 0 for all
 * @param power p, at least 0 (Gong et al.: 4)
 */
public record Cca(double regularisation, int dimension, double power) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if a number is out of its range */
    public Cca {
        Options.requireAtLeastZero("regularisation", regularisation);
        Options.requireAtLeastZero("power", power);
        if (dimension < 0) {
            throw new IllegalArgumentException("dimension must be at least 1, or 0 for all, not " + dimension);
        }
    }

    /**
     * @throws ArithmeticException if a covariance is singular; a larger regularisation helps
     * @throws IllegalArgumentException if no direction correlates
     */
    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        CanonicalDirections found = CanonicalDirections.of(PairCovariances.of(examples), this);
        LinearAlignment f = map(examples.features().space(), found.features(), found.featureMean());
        LinearAlignment g = map(examples.semantics().space(), found.semantics(), found.semanticMean());
        return SemanticAlignment.of(
                f, AlignmentChain.of(g, new IdentityAlignment(g.target(), f.target())), Similarity.COSINE);
    }

    private static LinearAlignment map(EmbeddingSpace source, Matrix w, double[] mean) {
        float[] centre = new float[mean.length];
        for (int j = 0; j < centre.length; j++) {
            centre[j] = (float) mean[j];
        }
        float[] weights = w.toFloats();
        EmbeddingSpace target = EmbeddingSpace.ofParameters("CCA of " + source.name(), w.columns(), weights, centre);
        return LinearAlignment.of(source, target, weights).withCentre(centre);
    }
}

package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Objects;

/**
 * Synthesised classifiers: the linear classifier of any class is a combination of those of phantom classes, by how near its
 * semantics are to theirs,
 *
 * <pre>w_c = Σ_r s_cr v_r,   s_cr = exp(-|a_c - b_r|²/σ²) / Σ_r' exp(-|a_c - b_r'|²/σ²)</pre>
 *
 * and the score of class c is w_c · x. Of the paper's variants this is one in closed form: the phantom classes are the seen
 * classes (b_r = a_r), each class is told from all others, and the loss is the square (1 - y w_c·x)² with y in {-1, 1}
 * where the paper has the squared hinge, with a ridge on the phantom classifiers where the paper has one on the w_c:
 *
 * <pre>min_V |XVᵀSᵀ - Y|² + λ|V|²</pre>
 *
 * whose solution is that of μ_k XᵀX ṽ_k + λṽ_k = XᵀYS q_k for the eigenvalues μ_k and eigenvectors q_k of SᵀS. Cost
 * O(nd² + d³ + c³ + cd²).
 *
 * <p>As the mixtures' weights sum to one, what all phantom classifiers share has no influence on a ranking by w_c · x. It has on
 * a ranking by the cosine of w_c and x, this library's variant, where classes whose mixtures are wide, and classifiers short,
 * are not at a disadvantage; so y is in {0, 1} there, which leaves out the part that y = -1 gives to all. Semantics of length 1,
 * seen ones too, make distances comparable.
 *
 * <p><b>References:</b> Changpinyo, Chao, Gong and Sha, "Synthesized Classifiers for Zero-Shot Learning", CVPR 2016.
 *
 * @param sigma σ, how far a phantom class reaches, above 0, in the unit of distances between semantics
 * @param lambda λ, above 0
 * @param similarity of pictures and classifiers: the dot product, as in the paper, or the cosine
 */
public record Sync(double sigma, double lambda, Similarity similarity) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if a number is not above 0 and finite, or the similarity another one */
    public Sync {
        Options.requireAboveZero("sigma", sigma);
        Options.requireAboveZero("lambda", lambda);
        Objects.requireNonNull(similarity, "similarity");
        if (similarity != Similarity.DOT && similarity != Similarity.COSINE) {
            throw new IllegalArgumentException("similarity must be DOT or COSINE, not " + similarity);
        }
    }

    /** With the dot product. */
    public Sync(double sigma, double lambda) {
        this(sigma, lambda, Similarity.DOT);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        LinearAlignment distances = distances(examples);
        FunctionAlignment weights = FunctionAlignment.of(distances.target(), RowFunction.SOFTMAX);
        Matrix v = phantoms(examples, weights(examples.semantics()));
        return Maps.toFeatures(
                examples.features().space(),
                AlignmentChain.of(distances, weights, Maps.linear("SynC", weights.target(), v)),
                similarity);
    }

    /** V [c, d]. */
    private Matrix phantoms(TrainingSet examples, Matrix s) {
        LinearAlgebra algebra = LinearAlgebra.backend();
        LinearAlgebra.Eigen eigen = algebra.eigen(algebra.gram(s));
        Matrix turned = algebra.multiply(
                eigen.vectors().transpose(), algebra.multiply(s.transpose(), targetSums(examples.classSums())));
        double[] mu = eigen.values().clone();
        double none = Math.ulp(1.0) * s.rows();
        double[] shifts = new double[mu.length];
        for (int k = 0; k < mu.length; k++) {
            mu[k] = Math.max(mu[k], none);
            shifts[k] = lambda / mu[k];
        }
        Matrix solved = examples.gramSystems().solve(shifts, turned.scaleRows(k -> 1 / mu[k]));
        return algebra.multiply(eigen.vectors(), solved);
    }

    /** YᵀX [c, d]: the sums of each class, or for Y in {-1, 1} twice those less the sum of all. */
    private Matrix targetSums(Matrix sums) {
        if (similarity == Similarity.COSINE) {
            return sums;
        }
        double[] mean = sums.columnMeans();
        double[] signed = new double[sums.values().length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = 2 * sums.values()[i] - mean[i % mean.length] * sums.rows();
        }
        return Matrix.wrap(sums.rows(), sums.columns(), signed);
    }

    /** S [c, c] of the seen classes. */
    private Matrix weights(EmbeddingMatrix seen) {
        Matrix near = new Kernel(Kernel.Kind.GAUSSIAN, sigma / Math.sqrt(2)).between(seen, seen);
        double[] means = near.transpose().columnMeans();
        return near.scaleRows(i -> 1 / (means[i] * means.length));
    }

    /** -|a - b_r|²/σ² for any class, but for |a|², which is the same for all r and has no influence on the softmax. */
    private LinearAlignment distances(TrainingSet examples) {
        Matrix seen = examples.semanticMatrix();
        float[] centre = Matrix.wrap(1, seen.columns(), seen.columnMeans()).toFloats();
        Matrix centred = less(seen, centre);
        double factor = 1 / (sigma * sigma);
        float[] weights = centred.transpose().times(2 * factor).toFloats();
        float[] bias = squares(centred).times(-factor).toFloats();
        EmbeddingSpace target =
                EmbeddingSpace.ofParameters("nearness to seen classes", seen.rows(), weights, bias, centre);
        return LinearAlignment.of(examples.semantics().space(), target, weights)
                .withCentre(centre)
                .withBias(bias);
    }

    private static Matrix less(Matrix matrix, float[] centre) {
        double[] values = matrix.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] -= centre[i % centre.length];
        }
        return Matrix.wrap(matrix.rows(), matrix.columns(), values);
    }

    /** |b_r|² of every row [1, c]. */
    private static Matrix squares(Matrix matrix) {
        double[] sums = new double[matrix.rows()];
        for (int i = 0; i < matrix.values().length; i++) {
            sums[i / matrix.columns()] += matrix.values()[i] * matrix.values()[i];
        }
        return Matrix.wrap(1, sums.length, sums);
    }
}

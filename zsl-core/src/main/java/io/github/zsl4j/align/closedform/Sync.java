package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/**
 * Synthesised classifiers: the linear classifier of any class is a combination of those of phantom classes, by how near its
 * semantics are to theirs,
 *
 * <pre>w_c = Σ_r s_cr v_r,   s_cr = exp(-|a_c - b_r|²/σ²) / Σ_r' exp(-|a_c - b_r'|²/σ²)</pre>
 *
 * and the score of class c is w_c · x. Of the paper's variants this is one in closed form: the phantom classes are the seen
 * classes (b_r = a_r), each class is told from all others, and the loss is the square (1 - y w_c·x)² with y in {-1, 1}
 * where the paper has the squared hinge, with a ridge on the phantom classifiers:
 *
 * <pre>min_V |XVᵀSᵀ - Y|² + λ|V|²</pre>
 *
 * whose solution is that of μ_k XᵀX ṽ_k + λṽ_k = XᵀYS q_k for the eigenvalues μ_k and eigenvectors q_k of SᵀS. Cost
 * O(nd² + d³ + c³ + cd²).
 *
 * <p><b>References:</b> Changpinyo, Chao, Gong and Sha, "Synthesized Classifiers for Zero-Shot Learning", CVPR 2016.
 *
 * @param sigma σ, how far a phantom class reaches, above 0, in the unit of distances between semantics
 * @param lambda λ, above 0
 */
public record Sync(double sigma, double lambda) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if an option is not above 0 and finite */
    public Sync {
        Options.requireAboveZero("sigma", sigma);
        Options.requireAboveZero("lambda", lambda);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        LinearAlignment distances = distances(examples);
        FunctionAlignment weights = FunctionAlignment.of(distances.target(), RowFunction.SOFTMAX);
        Matrix v = phantoms(examples, weights(examples.semanticMatrix()));
        return Maps.toFeatures(
                examples.features().space(),
                AlignmentChain.of(distances, weights, Maps.linear("SynC", weights.target(), v)),
                Similarity.DOT);
    }

    /** V [c, d]. */
    private Matrix phantoms(TrainingSet examples, Matrix s) {
        LinearAlgebra algebra = LinearAlgebra.backend();
        LinearAlgebra.Eigen eigen = algebra.eigen(algebra.gram(s));
        Matrix turned = algebra.multiply(
                eigen.vectors().transpose(), algebra.multiply(s.transpose(), signedSums(examples.classSums())));
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

    /** YᵀX [c, d] for Y in {-1, 1}: twice the sums of each class less the sum of all. */
    private static Matrix signedSums(Matrix sums) {
        double[] mean = sums.columnMeans();
        double[] signed = new double[sums.values().length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = 2 * sums.values()[i] - mean[i % mean.length] * sums.rows();
        }
        return Matrix.wrap(sums.rows(), sums.columns(), signed);
    }

    /** S [c, c] of the seen classes. */
    private Matrix weights(Matrix a) {
        int c = a.rows();
        double[] s = new double[c * c];
        for (int i = 0; i < c; i++) {
            double sum = 0;
            for (int r = 0; r < c; r++) {
                double distance = 0;
                for (int j = 0; j < a.columns(); j++) {
                    distance += Math.pow(a.get(i, j) - a.get(r, j), 2);
                }
                s[i * c + r] = Math.exp(-distance / (sigma * sigma));
                sum += s[i * c + r];
            }
            for (int r = 0; r < c; r++) {
                s[i * c + r] /= sum;
            }
        }
        return Matrix.wrap(c, c, s);
    }

    /** -|a - b_r|²/σ² for any class, but for |a|², which is the same for all r and has no influence on the softmax. */
    private LinearAlignment distances(TrainingSet examples) {
        Matrix b = examples.semanticMatrix();
        double[] mean = b.columnMeans();
        int c = b.rows();
        float[] centre = Matrix.wrap(1, mean.length, mean).toFloats();
        float[] weights = new float[Math.multiplyExact(mean.length, c)];
        float[] bias = new float[c];
        for (int r = 0; r < c; r++) {
            double square = 0;
            for (int j = 0; j < mean.length; j++) {
                double x = b.get(r, j) - centre[j];
                square += x * x;
                weights[j * c + r] = (float) (2 * x / (sigma * sigma));
            }
            bias[r] = (float) (-square / (sigma * sigma));
        }
        EmbeddingSpace target = EmbeddingSpace.ofParameters("nearness to seen classes", c, weights, bias, centre);
        return LinearAlignment.of(examples.semantics().space(), target, weights)
                .withCentre(centre)
                .withBias(bias);
    }
}

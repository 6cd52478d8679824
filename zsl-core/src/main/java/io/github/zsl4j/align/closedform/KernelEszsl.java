package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.KernelAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Objects;

/**
 * {@link Eszsl} with kernels on both sides, which can follow bends that no bilinear map can. A picture becomes what a kernel
 * classifier of the seen classes says of it, a class becomes its mixture of seen classes, at length 1:
 *
 * <pre>F(x, s) = k_x(x)ᵀ (K_x + αI)⁻¹ Y · b / |b|,   b = (K_s + γI)⁻¹ k_s(s)</pre>
 *
 * with k_x(x) the likeness of x to each of the n pictures, k_s(s) that of s to each of the c seen classes, K_x [n, n] and K_s
 * [c, c] their own, and labels Y [n, c] in {0, 1}. The length of b is divided out since far classes have short mixtures. All
 * pictures are kept; cost O(n²d + n³), so it is for some thousands of them.
 *
 * <p><b>References:</b> Romera-Paredes and Torr, "An embarrassingly simple approach to zero-shot learning", ICML 2015; kernels
 * on both sides and the length are this library's. The usual options were found on validation classes of Caltech-101.
 *
 * @param features k_x and α
 * @param semantics k_s and γ
 */
public record KernelEszsl(Side features, Side semantics) implements AlignmentTrainer {

    /**
     * @param kernel what makes two vectors alike
     * @param ridge α or γ, above 0 (usual range 1e-2 to 1)
     */
    public record Side(Kernel kernel, double ridge) {

        /** @throws IllegalArgumentException if the ridge is not above 0 and finite */
        public Side {
            Objects.requireNonNull(kernel, "kernel");
            Options.requireAboveZero("ridge", ridge);
        }
    }

    public KernelEszsl {
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(semantics, "semantics");
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        KernelAlignment pictures = KernelAlignment.of(examples.features(), features.kernel());
        LinearAlignment votes =
                Maps.linear("kernel votes", pictures.target(), solve(features, examples.features(), labels(examples)));
        KernelAlignment classes = KernelAlignment.of(examples.semantics(), semantics.kernel());
        int c = examples.classes();
        Matrix identity = Matrix.wrap(c, c, new double[c * c]).plusDiagonal(1);
        LinearAlignment mixture =
                Maps.linear("kernel mixture", classes.target(), solve(semantics, examples.semantics(), identity));
        return SemanticAlignment.of(
                AlignmentChain.of(pictures, votes),
                AlignmentChain.of(
                        classes, mixture, FunctionAlignment.of(mixture.target(), votes.target(), RowFunction.UNIT)),
                Similarity.DOT);
    }

    private static Matrix labels(TrainingSet examples) {
        double[] y = new double[Math.multiplyExact(examples.size(), examples.classes())];
        for (int i = 0; i < examples.size(); i++) {
            y[i * examples.classes() + examples.label(i)] = 1;
        }
        return Matrix.wrap(examples.size(), examples.classes(), y);
    }

    private static Matrix solve(Side side, EmbeddingMatrix vectors, Matrix targets) {
        Matrix k = side.kernel().between(vectors, vectors);
        return LinearAlgebra.backend().solve(k.plusDiagonal(side.ridge()), targets);
    }
}

package io.github.zsl4j.regression;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;

/**
 * Multinomial logistic regression: the linear probe of representation learning. Minimises over W [d, c] and b [c]
 *
 * <pre>Σ_i -log softmax(x_i W + b)_{y_i} + penalty/2 |W|²</pre>
 *
 * by L-BFGS from 0. The function is convex and has one minimum, up to a constant
 * in b. The bias is not penalised; the penalty is 1/C of scikit-learn's {@code LogisticRegression}. Deterministic. Cost
 * O(ndc) an iteration; usually 20 to 200 iterations.
 *
 * <p><b>References:</b> Bishop, "Pattern Recognition and Machine Learning", 2006, section 4.3.4.
 *
 * @param penalty above 0 (usual range 1e-4 to 1e2 for features of length 1)
 * @param tolerance in (0, 1): the search ends where the gradient is so small a part of what it was at the start; 1e-8 gives
 *     what more iterations would not change, 1e-4 takes a fraction of the time
 */
public record SoftmaxRegression(double penalty, double tolerance) {

    private static final double EXACT = 1e-8;

    /** @throws IllegalArgumentException if the penalty is not above 0 and finite, or the tolerance not in (0, 1) */
    public SoftmaxRegression {
        Examples.requirePenalty(penalty);
        Examples.requireTolerance(tolerance);
    }

    /** To a tolerance of 1e-8. */
    public SoftmaxRegression(double penalty) {
        this(penalty, EXACT);
    }

    /**
     * @param features of n examples [n, d]
     * @param labels the class of each, from 0 to classes - 1
     * @param classes how many there are, at least 2, each with at least one example
     * @return the map from features to logits [n, classes]
     * @throws IllegalArgumentException if the labels do not fit
     */
    public LinearAlignment fit(EmbeddingMatrix features, int[] labels, int classes) {
        Examples.require(features, labels, classes);
        return new LinearLoss(features, labels.clone(), RowLoss.softmax(classes), penalty).minimum("logits", tolerance);
    }
}

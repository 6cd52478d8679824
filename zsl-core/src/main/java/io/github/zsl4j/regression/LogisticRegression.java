package io.github.zsl4j.regression;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;

/**
 * Logistic regressions for several yes-or-no questions at once, such as whether a picture has each of m attributes, where the
 * answers follow from the class. Minimises over W [d, m] and b [m], with the answers t in {-1, 1},
 *
 * <pre>Σ_i Σ_j -log sigmoid(t_ij (x_i W + b)_j) + penalty/2 |W|²</pre>
 *
 * by L-BFGS, as {@link SoftmaxRegression} does, but for many questions in a metric in which the function is nearly round. The
 * questions do not influence each other. Deterministic. Cost O(ndm) an iteration, usually 5 to 20, after O(nd² + d³).
 *
 * <p><b>References:</b> Bishop, "Pattern Recognition and Machine Learning", 2006, section 4.3.2.
 *
 * @param penalty above 0 (usual range 1e-4 to 1e2 for features of length 1)
 * @param tolerance in (0, 1): the search ends where the gradient is so small a part of what it was at the start; 1e-8 gives
 *     what more iterations would not change, 1e-4 takes a fraction of the time
 */
public record LogisticRegression(double penalty, double tolerance) {

    private static final double EXACT = 1e-8;

    /** @throws IllegalArgumentException if the penalty is not above 0 and finite, or the tolerance not in (0, 1) */
    public LogisticRegression {
        Examples.requirePenalty(penalty);
        Examples.requireTolerance(tolerance);
    }

    /** To a tolerance of 1e-8. */
    public LogisticRegression(double penalty) {
        this(penalty, EXACT);
    }

    /**
     * @param features of n examples [n, d]
     * @param labels the class of each, a row of the answers
     * @param answers for each class and question [c][m]; both answers to each question occur
     * @return the map from features to log odds of "yes" [n, m]
     * @throws IllegalArgumentException if labels or answers do not fit
     */
    public LinearAlignment fit(EmbeddingMatrix features, int[] labels, boolean[][] answers) {
        Examples.require(features, labels, answers.length);
        for (int j = 0; j < answers[0].length; j++) {
            requireBoth(answers, j);
        }
        LinearLoss loss = new LinearLoss(features, labels.clone(), RowLoss.sigmoid(answers), penalty);
        return loss.minimum("log odds", tolerance, loss.quarterBound());
    }

    private static void requireBoth(boolean[][] answers, int question) {
        for (boolean[] row : answers) {
            if (row[question] != answers[0][question]) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "The answer to question " + question + " is the same for all classes; nothing can be learned from it");
    }
}

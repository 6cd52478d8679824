package io.github.zsl4j.fewshot;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.regression.SoftmaxRegression;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A linear probe: multinomial logistic regression on embeddings of length 1, as CLIP is evaluated with. Scores are its
 * logits, probabilities their softmax. See {@link SoftmaxRegression} for what is minimised. Of several penalties, the one
 * with the lowest negative log-likelihood in {@link CrossValidation} is taken; they are tried from the largest down, until
 * the likelihood falls. Deterministic.
 *
 * <p><b>References:</b> Radford et al., "Learning Transferable Visual Models From Natural Language Supervision", ICML 2021,
 * section 3.2.
 *
 * @param penalties candidates for the weight of |W|²/2 beside the sum of the examples' losses, above 0, at least one; it is
 *     1/C of scikit-learn; kept in descending order
 * @param folds of the cross-validation, at least 2
 */
public record LinearProbe(List<Double> penalties, int folds) {

    private static final double UNTRIED = 0.001;

    /** @throws IllegalArgumentException if there is no penalty, one is not above 0 and finite, or folds is below 2 */
    public LinearProbe {
        penalties = penalties.stream().sorted(Comparator.reverseOrder()).toList();
        penalties.forEach(SoftmaxRegression::new);
        if (penalties.isEmpty() || folds < 2) {
            throw new IllegalArgumentException(
                    "A linear probe needs a penalty and 2 folds, not " + penalties.size() + " and " + folds);
        }
    }

    /** Penalties from 0.00001 to 10, a factor of 10 apart, in up to 5 folds. */
    public static LinearProbe defaults() {
        return new LinearProbe(List.of(1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0, 10.0), 5);
    }

    /** A penalty that is known. */
    public static LinearProbe of(double penalty) {
        return new LinearProbe(List.of(penalty), 2);
    }

    /**
     * @return a ranker of the support set's classes
     * @throws IllegalArgumentException if there are fewer than two classes
     */
    public Ranker fit(SupportSet support) {
        Span span = Span.of(support);
        LinearAlignment logits = logits(span.examples(), penalty(span));
        return ranker(support.classes(), span.lift(logits, support.space()));
    }

    /**
     * The penalty that is taken for some examples. If no class has two, nothing can be held out, and it is the candidate
     * nearest to 0.001 by its logarithm.
     */
    public double penalty(SupportSet support) {
        return penalty(Span.of(support));
    }

    private double penalty(Span span) {
        double best = penalties.get(0);
        double lowest = Double.POSITIVE_INFINITY;
        for (double penalty : penalties.size() == 1 ? List.<Double>of() : penalties) {
            double loss = loss(span.examples(), penalty);
            if (loss > lowest) {
                break;
            }
            best = penalty;
            lowest = loss;
        }
        return best;
    }

    private double loss(SupportSet support, double penalty) {
        Optional<LabelledScores> scores =
                CrossValidation.scores(support, folds, set -> ranker(set.classes(), logits(set, penalty)));
        return scores.map(s -> NegativeLogLikelihood.mean(s, 1)).orElse(Math.abs(Math.log(penalty / UNTRIED)));
    }

    private static LinearAlignment logits(SupportSet support, double penalty) {
        return new SoftmaxRegression(penalty)
                .fit(
                        support.vectors(),
                        support.classIndices(),
                        support.classes().size());
    }

    private static Ranker ranker(List<String> classes, LinearAlignment logits) {
        return Ranker.of(
                classes, logits.source(), x -> rows(logits.apply(x.unit()), classes.size()), Calibration.softmax(1));
    }

    private static double[][] rows(EmbeddingMatrix logits, int classes) {
        float[] values = logits.toArray();
        double[][] rows = new double[logits.rows()][classes];
        for (int k = 0; k < values.length; k++) {
            rows[k / classes][k % classes] = values[k];
        }
        return rows;
    }
}

package io.github.zsl4j.fewshot;

import io.github.zsl4j.evaluate.LabelledScores;

/** How badly a softmax foretells labels, in nats. */
final class NegativeLogLikelihood {

    private NegativeLogLikelihood() {}

    /** The mean over examples of ln sum_j exp(scale (s_j - s_label)). */
    static double mean(LabelledScores scores, double scale) {
        double sum = 0;
        for (int i = 0; i < scores.rows(); i++) {
            double top = scores.score(i, scores.best(i));
            double exponentials = 0;
            for (int j = 0; j < scores.classes(); j++) {
                exponentials += Math.exp(scale * (scores.score(i, j) - top));
            }
            sum += scale * (top - scores.score(i, scores.label(i))) + Math.log(exponentials);
        }
        return sum / scores.rows();
    }
}

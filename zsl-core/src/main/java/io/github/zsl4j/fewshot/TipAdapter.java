package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;

/**
 * Tip-Adapter: a cache of examples beside a zero-shot classifier, without training. Logits of an embedding x are
 *
 * <pre>z_c = scale s_c(x) + α Σ_k exp(-β (1 - cos(x, k))) [class of k is c]</pre>
 *
 * with the zero-shot scores s_c, the scale of their calibration, and the examples k as keys. Scores are z / scale, so that
 * α = 0 gives the zero-shot classifier exactly. Cost O(n d) an embedding for n examples.
 *
 * <p><b>References:</b> Zhang et al., "Tip-Adapter: Training-free Adaption of CLIP for Few-shot Classification", ECCV 2022;
 * the keys of its code are means over ten random crops of an example, which whoever embeds the examples may do as well.
 *
 * @param alpha how much the cache counts beside the zero-shot logits, at least 0 (paper: 0.1 to 10; more where examples are
 *     less alike than CLIP's)
 * @param beta how fast an example's influence falls with distance, above 0 (paper: 0.1 to 10)
 */
public record TipAdapter(double alpha, double beta) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public TipAdapter {
        if (!(alpha >= 0) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException("alpha must be at least 0 and finite, not " + alpha);
        }
        if (!(beta > 0) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException("beta must be above 0 and finite, not " + beta);
        }
    }

    /** What the authors' code starts from for ImageNet: α = 1.17 and β = 1. Better search them: {@link TipAdapterSearch}. */
    public static TipAdapter defaults() {
        return new TipAdapter(1.17, 1);
    }

    /**
     * @param zeroShot ranks all classes of the support set, and maybe more
     * @return a ranker of the same classes with the same calibration
     * @throws IllegalArgumentException if a class of the support set is not ranked, or the spaces differ
     */
    public Ranker fit(Ranker zeroShot, SupportSet support) {
        return ranker(zeroShot, support.vectors(), support.indicesAmong(zeroShot.labels()));
    }

    /** With keys of any length, which queries of length 1 are multiplied with. */
    Ranker ranker(Ranker zeroShot, EmbeddingMatrix keys, int[] classes) {
        zeroShot.space().requireSame(keys.space());
        Similarity.Comparison comparison = Similarity.DOT.to(keys);
        double weight = alpha / zeroShot.calibration().scale();
        return Ranker.of(
                zeroShot.labels(),
                zeroShot.space(),
                x -> {
                    double[][] scores = zeroShot.scores(x);
                    double[][] similarities = comparison.of(x.unit());
                    for (int i = 0; i < scores.length; i++) {
                        addTo(scores[i], affinities(similarities[i], classes, scores[i].length), weight);
                    }
                    return scores;
                },
                zeroShot.calibration());
    }

    /** The sum of exp(-beta (1 - s)) over the keys of each class. */
    double[] affinities(double[] similarities, int[] keyClasses, int classes) {
        double[] sums = new double[classes];
        for (int k = 0; k < keyClasses.length; k++) {
            sums[keyClasses[k]] += Math.exp(-beta * (1 - similarities[k]));
        }
        return sums;
    }

    static void addTo(double[] sums, double[] values, double weight) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += weight * values[c];
        }
    }
}

package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.classify.ScoreAdjustment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the scores of classes that are known by words comparable with those of classes that are known by pictures. A picture
 * is more like any other picture than like any text, so that in one list the first kind of class would hardly win. How
 * each kind scores pictures of other classes is measured on the examples, and words get the mean and the deviation of
 * pictures:
 *
 * <pre>s' = (s - μ_words) (σ_pictures / σ_words)^(n / (n + 10)) + μ_pictures</pre>
 *
 * with n the smaller number of scores that the deviations are taken from. The order among classes known by words stays.
 *
 * <p><b>References:</b> Liang et al., "Mind the Gap: Understanding the Modality Gap in Multi-modal Contrastive Representation
 * Learning", NeurIPS 2022; the correction is the Z-norm of Reynolds, Quatieri and Dunn, "Speaker Verification Using Adapted
 * Gaussian Mixture Models", Digital Signal Processing 2000, with one mean for all classes of a kind.
 */
public final class ModalityGap {

    private static final double SHRINKAGE = 10;

    private ModalityGap() {}

    /**
     * The correction for a ranker of which some classes have examples.
     *
     * @param ranker its scores are measured as they are; adjust it afterwards
     * @param support all its classes are among the ranker's
     * @return of as many scores as the ranker has classes; changes nothing if all classes have examples, or only one has
     * @throws IllegalArgumentException if a class of the support set is not ranked, or the spaces differ
     */
    public static ScoreAdjustment correction(Ranker ranker, SupportSet support) {
        int[] right = support.indicesAmong(ranker.labels());
        boolean[] pictured = pictured(ranker.labels(), support);
        double[][] scores = ranker.scores(support.vectors());
        Moments words = new Moments();
        Moments pictures = new Moments();
        for (int i = 0; i < scores.length; i++) {
            for (int c = 0; c < pictured.length; c++) {
                if (c != right[i]) {
                    (pictured[c] ? pictures : words).add(scores[i][c]);
                }
            }
        }
        return words.count == 0 || pictures.count == 0
                ? double[]::clone
                : new Shift(pictured, words.mean, words.ratio(pictures), pictures.mean);
    }

    private static boolean[] pictured(List<String> labels, SupportSet support) {
        Set<String> classes = new HashSet<>(support.classes());
        boolean[] pictured = new boolean[labels.size()];
        for (int c = 0; c < pictured.length; c++) {
            pictured[c] = classes.contains(labels.get(c));
        }
        return pictured;
    }

    /** Mean and deviation of scores, by Welford's recurrence. */
    private static final class Moments {
        private int count;
        private double mean;
        private double squares;

        private void add(double score) {
            count++;
            double step = score - mean;
            mean += step / count;
            squares += step * (score - mean);
        }

        private double ratio(Moments to) {
            double ratio = Math.sqrt(to.squares / to.count / (squares / count));
            double n = Math.min(count, to.count);
            return ratio > 0 && ratio < Double.POSITIVE_INFINITY ? Math.pow(ratio, n / (n + SHRINKAGE)) : 1;
        }
    }

    private record Shift(boolean[] pictured, double from, double ratio, double to) implements ScoreAdjustment {

        @Override
        public double[] adjust(double[] scores) {
            if (scores.length != pictured.length) {
                throw new IllegalArgumentException(
                        "The correction is for " + pictured.length + " classes, not for " + scores.length + " scores");
            }
            double[] adjusted = scores.clone();
            for (int c = 0; c < adjusted.length; c++) {
                adjusted[c] = pictured[c] ? scores[c] : (scores[c] - from) * ratio + to;
            }
            return adjusted;
        }
    }
}

package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import java.util.Objects;

/**
 * A class is the mean of its examples, alone or beside described classes. The temperature is fitted to the examples, each
 * scored by means that it is not part of: see {@link CrossValidation} (up to 10 folds) and {@link MapTemperatureScaling}. If
 * no class has two examples, the scale stays as it is. Cost O(n d), times the number of folds.
 *
 * <p><b>References:</b> Mensink, Verbeek, Perronnin and Csurka, "Distance-Based Image Classification: Generalizing to New
 * Classes at Near-Zero Cost", TPAMI 2013; Snell, Swersky and Zemel, "Prototypical Networks for Few-shot Learning", NeurIPS
 * 2017.
 *
 * @param similarity between embeddings and means
 * @param scale the logit scale of the model that made the embeddings, above 0: what the fit starts from, and what several
 *     prototypes of a class are pooled with
 */
public record NearestClassMean(Similarity similarity, double scale) {

    private static final int FOLDS = 10;

    /** @throws IllegalArgumentException if the scale is not above 0 and finite */
    public NearestClassMean {
        Objects.requireNonNull(similarity, "similarity");
        Calibration.softmax(scale);
    }

    /** A ranker of the support set's classes. */
    public Ranker fit(SupportSet support) {
        return CrossValidation.calibrated(support, FOLDS, set -> ranker(set.prototypes()));
    }

    /**
     * A ranker of the described classes and then those that only have examples. A class of both kinds owns the prototypes of
     * both; the scores of classes without examples are corrected for the {@link ModalityGap}.
     *
     * @throws IllegalArgumentException if the spaces differ
     */
    public Ranker fit(SupportSet support, Prototypes described) {
        return CrossValidation.calibrated(support, FOLDS, set -> {
            PrototypeRanker union = ranker(described.union(set.prototypes()));
            return union.withAdjustment(ModalityGap.correction(union, set));
        });
    }

    private PrototypeRanker ranker(Prototypes prototypes) {
        return new PrototypeRanker(prototypes, similarity, Calibration.softmax(scale));
    }
}

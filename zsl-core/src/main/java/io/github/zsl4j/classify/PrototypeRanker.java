package io.github.zsl4j.classify;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Ranks classes for embeddings: the similarity to each class's prototypes, then calibration.
 *
 * <p>A class with one prototype scores its plain similarity s. One with several scores the log-sum-exp
 *
 * <pre>(1 / scale) ln sum_k w_k exp(scale s_k)</pre>
 *
 * over its prototypes, with the calibration's scale and weights w_k that sum to one. A softmax over such scores is one
 * softmax over all prototypes, summed by class; with the sigmoid, the odds of a class are the weighted mean of the odds
 * that its prototypes would have as classes of their own. Immutable and thread-safe; cost O(m d) an embedding for m
 * prototypes.
 */
public final class PrototypeRanker implements Ranker {

    private final Prototypes prototypes;
    private final Similarity.Comparison comparison;
    private final List<Pool> pools;
    private final Calibration calibration;
    private final ScoreAdjustment adjustment;

    /**
     * @param similarity between embeddings and prototypes
     * @param calibration its scale also pools several prototypes of a class
     */
    public PrototypeRanker(Prototypes prototypes, Similarity similarity, Calibration calibration) {
        this(
                prototypes,
                similarity.to(prototypes.vectors()),
                pools(prototypes, calibration.scale()),
                calibration,
                double[]::clone);
    }

    private PrototypeRanker(
            Prototypes prototypes,
            Similarity.Comparison comparison,
            List<Pool> pools,
            Calibration calibration,
            ScoreAdjustment adjustment) {
        this.prototypes = prototypes;
        this.comparison = comparison;
        this.pools = pools;
        this.calibration = Objects.requireNonNull(calibration, "calibration");
        this.adjustment = Objects.requireNonNull(adjustment, "adjustment");
    }

    private static List<Pool> pools(Prototypes prototypes, double scale) {
        return IntStream.range(0, prototypes.labels().size())
                .mapToObj(c -> Pool.of(prototypes.components(c), scale))
                .toList();
    }

    /**
     * The same scores with other probabilities, such as a calibration fitted to scores of this ranker: several
     * prototypes of a class are still pooled with the scale of the calibration that the first ranker was made with.
     */
    @Override
    public PrototypeRanker withCalibration(Calibration other) {
        return new PrototypeRanker(prototypes, comparison, pools, other, adjustment);
    }

    /** The same ranker with scores adjusted, before they are ranked and calibrated; replaces an earlier adjustment. */
    public PrototypeRanker withAdjustment(ScoreAdjustment other) {
        return new PrototypeRanker(prototypes, comparison, pools, calibration, other);
    }

    @Override
    public List<String> labels() {
        return prototypes.labels();
    }

    @Override
    public EmbeddingSpace space() {
        return prototypes.space();
    }

    @Override
    public Calibration calibration() {
        return calibration;
    }

    /**
     * The scores before calibration, adjusted.
     *
     * @param embeddings [n, d]
     * @return [n][c], classes in the order of {@link #labels()}
     * @throws IllegalArgumentException if the embeddings are of another space
     */
    @Override
    public double[][] scores(EmbeddingMatrix embeddings) {
        double[][] similarities = comparison.of(embeddings);
        double[][] scores = new double[similarities.length][pools.size()];
        for (int i = 0; i < scores.length; i++) {
            for (int c = 0; c < scores[i].length; c++) {
                scores[i][c] = pools.get(c).score(similarities[i]);
            }
            scores[i] = adjustment.adjust(scores[i]);
        }
        return scores;
    }
}

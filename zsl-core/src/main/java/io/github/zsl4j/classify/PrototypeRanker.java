package io.github.zsl4j.classify;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Ranks classes for embeddings: the similarity to each class's prototypes, then calibration.
 *
 * <p>A class with one prototype scores its plain similarity s. One with several scores the log-sum-exp
 *
 * <pre>(1 / scale) ln sum_k exp(scale s_k + b_k)</pre>
 *
 * over its prototypes, with log weights b_k and the calibration's scale: a softmax over such scores is one softmax over
 * all prototypes, summed by class. Immutable and thread-safe; cost O(m d) an embedding for m prototypes.
 */
public final class PrototypeRanker {

    private final Prototypes prototypes;
    private final Similarity.Comparison comparison;
    private final Calibration calibration;

    /**
     * @param similarity between embeddings and prototypes
     * @param calibration its scale also pools several prototypes of a class
     */
    public PrototypeRanker(Prototypes prototypes, Similarity similarity, Calibration calibration) {
        this.prototypes = Objects.requireNonNull(prototypes, "prototypes");
        this.comparison = similarity.to(prototypes.vectors());
        this.calibration = Objects.requireNonNull(calibration, "calibration");
    }

    /** The classes that are ranked. */
    public List<String> labels() {
        return prototypes.labels();
    }

    /** The space that embeddings must be of. */
    public EmbeddingSpace space() {
        return prototypes.space();
    }

    /** @throws IllegalArgumentException if the embedding is of another space */
    public Ranking rank(Embedding embedding) {
        return rankAll(EmbeddingMatrix.wrap(embedding.space(), embedding.toArray()))
                .get(0);
    }

    /**
     * @param embeddings [n, d]
     * @return one ranking per row
     * @throws IllegalArgumentException if the embeddings are of another space
     */
    public List<Ranking> rankAll(EmbeddingMatrix embeddings) {
        List<Ranking> rankings = new ArrayList<>(embeddings.rows());
        for (double[] s : scores(embeddings)) {
            rankings.add(Ranking.of(labels(), s, calibration.probabilities(s)));
        }
        return rankings;
    }

    /**
     * The scores before calibration.
     *
     * @param embeddings [n, d]
     * @return [n][c], classes in the order of {@link #labels()}
     * @throws IllegalArgumentException if the embeddings are of another space
     */
    public double[][] scores(EmbeddingMatrix embeddings) {
        float[][] similarities = comparison.of(embeddings);
        double[][] scores = new double[similarities.length][labels().size()];
        for (int i = 0; i < scores.length; i++) {
            for (int c = 0; c < scores[i].length; c++) {
                scores[i][c] = pool(prototypes.components(c), similarities[i]);
            }
        }
        return scores;
    }

    private double pool(List<Component> components, float[] similarities) {
        double scale = calibration.scale();
        if (components.size() == 1) {
            return weighted(components.get(0), similarities, scale);
        }
        double top = Double.NEGATIVE_INFINITY;
        for (Component k : components) {
            top = Math.max(top, weighted(k, similarities, scale));
        }
        double sum = 0;
        for (Component k : components) {
            sum += Math.exp(scale * (weighted(k, similarities, scale) - top));
        }
        return top + Math.log(sum) / scale;
    }

    /** s_k + b_k / scale: unlike scale s_k + b_k it stays finite at any usual or huge scale. */
    private static double weighted(Component k, float[] similarities, double scale) {
        return similarities[k.row()] + k.logWeight() / scale;
    }
}

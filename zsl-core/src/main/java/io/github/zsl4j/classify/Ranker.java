package io.github.zsl4j.classify;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Ranks a fixed list of classes for embeddings: one score per class, then calibration. {@link PrototypeRanker} is the usual
 * one. Implementations are immutable and thread-safe, and score each embedding independently of the others.
 */
public interface Ranker {

    /** The classes that are ranked, distinct, at least one. */
    List<String> labels();

    /** The space that embeddings must be of. */
    EmbeddingSpace space();

    /** From scores to probabilities. */
    Calibration calibration();

    /**
     * The scores before calibration.
     *
     * @param embeddings [n, d]
     * @return [n][c], finite, classes in the order of {@link #labels()}; higher is better
     * @throws IllegalArgumentException if the embeddings are of another space
     */
    double[][] scores(EmbeddingMatrix embeddings);

    /** The same scores with other probabilities, such as a calibration fitted to scores of this ranker. */
    Ranker withCalibration(Calibration other);

    /** @throws IllegalArgumentException if the embedding is of another space */
    default Ranking rank(Embedding embedding) {
        return rankAll(EmbeddingMatrix.wrap(embedding.space(), embedding.toArray()))
                .get(0);
    }

    /**
     * @param embeddings [n, d]
     * @return one ranking per row
     * @throws IllegalArgumentException if the embeddings are of another space
     */
    default List<Ranking> rankAll(EmbeddingMatrix embeddings) {
        List<Ranking> rankings = new ArrayList<>(embeddings.rows());
        for (double[] s : scores(embeddings)) {
            rankings.add(Ranking.of(labels(), s, calibration().probabilities(s)));
        }
        return rankings;
    }

    /**
     * A ranker from a function that scores, such as a classifier of your own.
     *
     * @param labels distinct, at least one
     * @param space of the embeddings; others are refused before they are scored
     * @param scores from embeddings [n, d] to scores [n][c]; thread-safe
     * @throws IllegalArgumentException if there is no label, or one is given twice
     */
    static Ranker of(
            List<String> labels,
            EmbeddingSpace space,
            Function<EmbeddingMatrix, double[][]> scores,
            Calibration calibration) {
        return new FunctionRanker(labels, space, scores, calibration);
    }
}

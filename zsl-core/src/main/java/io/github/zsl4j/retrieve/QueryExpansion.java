package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import java.util.List;
import java.util.Optional;

/**
 * Pseudo-relevance feedback: the query moves towards what it finds,
 *
 * <pre>q' = unit(q + Σ_i max(0, q.x_i)^α x_i)</pre>
 *
 * over its closest items, all vectors with length 1. Search again with q'. With α = 0 it is average query expansion. Immutable
 * and thread-safe.
 *
 * <p><b>References:</b> Radenović, Tolias and Chum, "Fine-tuning CNN Image Retrieval with No Human Annotation", TPAMI 2019
 * (αQE); Chum, Philbin, Sivic, Isard and Zisserman, "Total Recall", ICCV 2007 (average query expansion).
 *
 * @param neighbours how many items, at least 1
 * @param alpha α, at least 0 (the paper has 3)
 */
public record QueryExpansion(int neighbours, double alpha) {

    /** @throws IllegalArgumentException if there are no neighbours, or α is negative or not finite */
    public QueryExpansion {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, not " + neighbours);
        }
        if (!(alpha >= 0) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException("alpha must be at least 0 and finite, not " + alpha);
        }
    }

    /**
     * The query to search for next.
     *
     * @throws IllegalArgumentException if the query is of another space than the index
     */
    public <K extends Comparable<? super K>> Embedding expand(EmbeddingIndex<K> index, Embedding query) {
        double[] sum = Vectors.unit(query);
        List<Hit<K>> hits = index.search(query, neighbours);
        hits.stream()
                .map(hit -> index.get(hit.key()))
                .flatMap(Optional::stream)
                .forEach(item -> add(sum, query, item.vector()));
        return Vectors.toEmbedding(query.space(), sum).unit();
    }

    private void add(double[] sum, Embedding query, Embedding neighbour) {
        double[] unit = Vectors.unit(neighbour);
        double cosine = query.norm() == 0 ? 0 : Vectors.dot(unit, query) / query.norm();
        Vectors.add(sum, Math.pow(Math.max(0, cosine), alpha), unit);
    }
}

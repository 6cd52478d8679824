package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.hubness.HubCorrection;
import java.util.List;

/**
 * Puts hits in another order, by more than the similarity to the query. Search for more hits than are shown, re-rank them, and
 * show the first. Those that are made here are immutable and thread-safe; hits whose items have been removed from the index
 * meanwhile are left out.
 */
@FunctionalInterface
public interface Reranker<K> {

    /**
     * @param hits what a search found for the query
     * @return hits with new scores, best first; of equal scores, the earlier hit first
     * @throws IllegalArgumentException if the query is of another space
     */
    List<Hit<K>> rerank(Embedding query, List<Hit<K>> hits);

    /**
     * Scores corrected for hubs, items that are close to many queries. The correction sees the hits only: what it takes from all
     * items, such as the query's own neighbourhood, it takes from them.
     *
     * @param index that was searched
     * @param correction CSLS, the inverted softmax or querybank normalisation
     * @param bank other queries [m, d], such as texts that people have searched for; at least one
     * @throws IllegalArgumentException if the bank is empty or of another space
     */
    static <K extends Comparable<? super K>> Reranker<K> hubCorrected(
            EmbeddingIndex<K> index, HubCorrection correction, EmbeddingMatrix bank) {
        return new HubReranker<>(index, correction, bank);
    }

    /**
     * Maximal marginal relevance: hits that differ from each other. The next hit is the one with the highest
     *
     * <pre>MMR(x) = λ s(q, x) - (1 - λ) max_y s(x, y)</pre>
     *
     * over the hits y that come before it, and the maximum is 0 for the first.
     *
     * <p><b>References:</b> Carbonell and Goldstein, "The Use of MMR, Diversity-Based Reranking for Reordering Documents and
     * Producing Summaries", SIGIR 1998.
     *
     * @param index that was searched
     * @param lambda λ in [0, 1]; with 1 the order stays as it is
     * @throws IllegalArgumentException if λ is out of range
     */
    static <K extends Comparable<? super K>> Reranker<K> diverse(EmbeddingIndex<K> index, double lambda) {
        return new MarginalRelevance<>(index, lambda);
    }
}

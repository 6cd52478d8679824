package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.hubness.HubCorrection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Corrects the scores of hits for hubs. */
final class HubReranker<K extends Comparable<? super K>> implements Reranker<K> {

    private final EmbeddingIndex<K> index;
    private final HubCorrection correction;
    private final EmbeddingMatrix bank;

    HubReranker(EmbeddingIndex<K> index, HubCorrection correction, EmbeddingMatrix bank) {
        this.index = index;
        this.correction = Objects.requireNonNull(correction, "correction");
        this.bank = bank;
        index.space().requireSame(bank.space());
        if (bank.rows() == 0) {
            throw new IllegalArgumentException("The bank is empty; give the vectors of some other queries");
        }
    }

    @Override
    public List<Hit<K>> rerank(Embedding query, List<Hit<K>> hits) {
        Candidates<K> candidates = Candidates.of(index, query, hits);
        if (candidates.hits().isEmpty()) {
            return List.of();
        }
        double[] scores = candidates.hits().stream().mapToDouble(Hit::score).toArray();
        double[][] bankScores = index.similarity().to(candidates.vectors()).of(bank);
        double[] corrected = correction.correct(new double[][] {scores}, bankScores)[0];
        return IntStream.range(0, scores.length)
                .mapToObj(j -> candidates.hits().get(j).withScore(corrected[j]))
                .sorted(Comparator.comparingDouble((Hit<K> hit) -> hit.score()).reversed())
                .toList();
    }
}

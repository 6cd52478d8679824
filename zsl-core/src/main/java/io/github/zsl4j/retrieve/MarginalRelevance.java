package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Maximal marginal relevance. */
final class MarginalRelevance<K extends Comparable<? super K>> implements Reranker<K> {

    private final EmbeddingIndex<K> index;
    private final double lambda;

    MarginalRelevance(EmbeddingIndex<K> index, double lambda) {
        this.index = Objects.requireNonNull(index, "index");
        this.lambda = lambda;
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda must be from 0 to 1, not " + lambda);
        }
    }

    @Override
    public List<Hit<K>> rerank(Embedding query, List<Hit<K>> hits) {
        Candidates<K> candidates = Candidates.of(index, query, hits);
        double[][] similarities = index.similarity().to(candidates.vectors()).of(candidates.vectors());
        List<Hit<K>> left = new ArrayList<>(candidates.hits());
        double[] closest = new double[left.size()];
        List<Hit<K>> chosen = new ArrayList<>();
        while (chosen.size() < left.size()) {
            int best = best(left, closest);
            chosen.add(left.get(best).withScore(relevance(left.get(best), closest[best])));
            left.set(best, null);
            boolean first = chosen.size() == 1;
            double[] toBest = similarities[best];
            Arrays.setAll(closest, j -> first ? toBest[j] : Math.max(closest[j], toBest[j]));
        }
        return List.copyOf(chosen);
    }

    private double relevance(Hit<K> hit, double closest) {
        return lambda * hit.score() - (1 - lambda) * closest;
    }

    /** Those that have been chosen are null. */
    private int best(List<Hit<K>> left, double[] closest) {
        int best = -1;
        for (int j = 0; j < closest.length; j++) {
            Hit<K> hit = left.get(j);
            if (hit != null && (best < 0 || relevance(hit, closest[j]) > relevance(left.get(best), closest[best]))) {
                best = j;
            }
        }
        return best;
    }
}

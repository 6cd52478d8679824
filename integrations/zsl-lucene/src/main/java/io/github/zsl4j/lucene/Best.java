package io.github.zsl4j.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** The best documents of those offered for one query; of equal ones those with the first keys. */
final class Best {

    /**
     * @param document in the whole index
     * @param key of its item
     */
    record Candidate(int document, String key, double score) {}

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::key);

    private final int limit;
    private final PriorityQueue<Candidate> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

    Best(int limit) {
        this.limit = limit;
    }

    /** @param key read only for documents that are good enough */
    void offer(int document, double score, Supplier<String> key) {
        if (worstFirst.size() == limit && score < worstFirst.element().score()) {
            return;
        }
        worstFirst.add(new Candidate(document, key.get(), score));
        if (worstFirst.size() > limit) {
            worstFirst.remove();
        }
    }

    List<Candidate> inOrder() {
        List<Candidate> candidates = new ArrayList<>(worstFirst);
        candidates.sort(BEST_FIRST);
        return candidates;
    }
}

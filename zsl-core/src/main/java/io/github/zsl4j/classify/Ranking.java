package io.github.zsl4j.classify;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The answer for one input: every candidate label with its score and probability, best first.
 *
 * <p>Scores are comparable only within one ranking. Equal scores keep the order in which the labels were given.
 * Immutable and thread-safe.
 *
 * @param entries one per label, sorted by descending score and so by descending probability; never empty
 */
public record Ranking(List<Entry> entries) implements Serializable {

    /**
     * @param label the label as the caller wrote it
     * @param score the similarity before calibration; its range is the classifier's
     * @param probability in [0, 1]; sums to one over a ranking (to within 1e-6) where exactly one label is taken to be
     *     right, but not over labels that are right or wrong independently of each other
     */
    public record Entry(String label, double score, double probability) implements Serializable {}

    /** @throws IllegalArgumentException if {@code entries} is empty or not sorted by descending score */
    public Ranking {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A ranking needs at least one label");
        }
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).score() > entries.get(i - 1).score()) {
                throw new IllegalArgumentException("A ranking is sorted by descending score; entry " + i + " is not");
            }
        }
    }

    /**
     * Sorts labels by score.
     *
     * @param labels in the order that breaks ties
     * @param scores one per label
     * @param probabilities one per label, in the same order as the scores
     */
    public static Ranking of(List<String> labels, double[] scores, double[] probabilities) {
        if (labels.size() != scores.length || labels.size() != probabilities.length) {
            throw new IllegalArgumentException(labels.size() + " labels, " + scores.length + " scores and "
                    + probabilities.length + " probabilities");
        }
        List<Entry> sorted = new ArrayList<>(scores.length);
        for (int i = 0; i < scores.length; i++) {
            sorted.add(new Entry(labels.get(i), scores[i], probabilities[i]));
        }
        sorted.sort(Comparator.comparingDouble(e -> 0.0 - e.score())); // not -score, which puts 0 before -0
        return new Ranking(sorted);
    }

    public Entry best() {
        return entries.get(0);
    }

    /**
     * The {@code k} best entries, or all when there are fewer.
     *
     * @param k at least 1
     */
    public List<Entry> top(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, not " + k);
        }
        return entries.subList(0, Math.min(k, entries.size()));
    }
}

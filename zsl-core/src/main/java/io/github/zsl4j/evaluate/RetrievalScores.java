package io.github.zsl4j.evaluate;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Scores [n, m] of n queries for m targets, and the targets that are right for each query, one or several. Targets are ranked
 * from 1 by descending score; of equal scores, the target with the lowest index comes first. For texts that find pictures and
 * pictures that find texts, take the scores as they are and the {@link #transpose}. Immutable and thread-safe.
 */
public final class RetrievalScores {

    private final double[][] scores;
    private final int[][] right;

    /** The ranks of the right targets of each query, ascending. */
    private final int[][] ranks;

    private RetrievalScores(double[][] scores, int[][] right) {
        this.scores = scores;
        this.right = right;
        this.ranks = new int[right.length][];
        Arrays.setAll(ranks, i -> RetrievalRanks.of(scores[i], right[i]));
    }

    /**
     * @param scores [n][m], finite, n and m at least 1; copied
     * @param right for each query the indices of its right targets, at least one, none twice; copied
     * @throws IllegalArgumentException if the shapes differ, a score is not finite, or a query has no right target
     */
    public static RetrievalScores of(double[][] scores, int[][] right) {
        if (scores.length == 0 || scores.length != right.length) {
            throw new IllegalArgumentException(scores.length + " rows of scores and " + right.length
                    + " rows of right targets; as many are needed, at least one");
        }
        double[][] copy = new double[scores.length][];
        int[][] rightCopy = new int[right.length][];
        for (int i = 0; i < scores.length; i++) {
            RetrievalRanks.require(i, scores[i], right[i], scores[0].length);
            copy[i] = scores[i].clone();
            rightCopy[i] = right[i].clone();
        }
        return new RetrievalScores(copy, rightCopy);
    }

    /**
     * The other direction: targets are queries.
     *
     * @throws IllegalArgumentException if a target is right for no query
     */
    public RetrievalScores transpose() {
        double[][] turned = new double[targets()][queries()];
        int[] counts = new int[targets()];
        for (int i = 0; i < queries(); i++) {
            for (int j = 0; j < targets(); j++) {
                turned[j][i] = scores[i][j];
            }
            Arrays.stream(right[i]).forEach(j -> counts[j]++);
        }
        int[][] turnedRight = new int[targets()][];
        Arrays.setAll(turnedRight, j -> new int[counts[j]]);
        for (int i = queries() - 1; i >= 0; i--) {
            for (int j : right[i]) {
                turnedRight[j][--counts[j]] = i;
            }
        }
        return of(turned, turnedRight);
    }

    /** The number of queries, n. */
    public int queries() {
        return scores.length;
    }

    /** The number of targets, m. */
    public int targets() {
        return scores[0].length;
    }

    /**
     * Recall@k as cross-modal retrieval and CLIP_benchmark report it: the share of queries with at least one right target among
     * the first k. (CLIP_benchmark's zeroshot_retrieval takes each query's recall, right targets among the first k by all right
     * targets, and then the mean of whether it is above 0.) With one right target per query it is {@link #meanRecall}.
     *
     * @param k at least 1
     * @return in [0, 1]
     */
    public double recall(int k) {
        return mean(k, row -> row[0] <= k ? 1 : 0);
    }

    /** The mean share of a query's right targets that are among the first k, which is what recall means elsewhere. */
    public double meanRecall(int k) {
        return mean(
                k, row -> (double) Arrays.stream(row).filter(rank -> rank <= k).count() / row.length);
    }

    /** The median over queries of the rank of the first right target, from 1; of two middle ones their mean. */
    public double medianRank() {
        int[] first = Arrays.stream(ranks).mapToInt(row -> row[0]).sorted().toArray();
        return (first[(first.length - 1) / 2] + first[first.length / 2]) / 2.0;
    }

    /** The mean over queries of the rank of the first right target, from 1. */
    public double meanRank() {
        return mean(1, row -> row[0]);
    }

    /**
     * Mean average precision: the mean over queries of the average precision, which is the mean over the query's right targets of
     * the share of right ones among the targets down to it. Over all ranks.
     */
    public double meanAveragePrecision() {
        return mean(
                1,
                row -> IntStream.range(0, row.length)
                        .mapToDouble(i -> (i + 1.0) / row[i])
                        .average()
                        .orElseThrow());
    }

    /**
     * Normalised discounted cumulative gain over the first k, with gain 1 for right targets and 0 for others,
     *
     * <pre>DCG = Σ 1 / log2(1 + rank)</pre>
     *
     * over right targets with rank at most k, divided by the highest possible; then the mean over queries.
     *
     * <p><b>References:</b> Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 2002.
     *
     * @param k at least 1
     */
    public double ndcg(int k) {
        return mean(k, row -> {
            IntStream best = IntStream.rangeClosed(1, Math.min(k, row.length));
            return gain(Arrays.stream(row).filter(rank -> rank <= k)) / gain(best);
        });
    }

    private static double gain(IntStream ranks) {
        return ranks.mapToDouble(rank -> Math.log(2) / Math.log(1.0 + rank)).sum();
    }

    private double mean(int k, ToDoubleFunction<int[]> measure) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, not " + k);
        }
        return Arrays.stream(ranks).mapToDouble(measure).average().orElseThrow();
    }
}

package io.github.zsl4j.evaluate;

import java.util.Arrays;

/** Ranks of right targets of one query. */
final class RetrievalRanks {

    private RetrievalRanks() {}

    /** The ranks of the right targets, from 1, ascending; of equal scores the lowest index first. */
    static int[] of(double[] scores, int[] right) {
        double[] sorted = SortedValues.ascending(scores);
        return Arrays.stream(right).map(j -> rank(scores, sorted, j)).sorted().toArray();
    }

    private static int rank(double[] scores, double[] sorted, int target) {
        double score = scores[target] + 0.0;
        int place = Arrays.binarySearch(sorted, score);
        int notAbove = place + 1;
        while (notAbove < sorted.length && sorted[notAbove] == score) {
            notAbove++;
        }
        boolean tie = notAbove - 2 >= 0 && sorted[notAbove - 2] == score;
        return 1 + sorted.length - notAbove + (tie ? equalBefore(scores, target) : 0);
    }

    private static int equalBefore(double[] scores, int target) {
        int equal = 0;
        for (int j = 0; j < target; j++) {
            if (scores[j] == scores[target]) {
                equal++;
            }
        }
        return equal;
    }

    /** @throws IllegalArgumentException if a row does not fit */
    static void require(int query, double[] scores, int[] right, int targets) {
        if (scores.length != targets) {
            throw new IllegalArgumentException(
                    "Row " + query + " has " + scores.length + " scores, the first row " + targets);
        }
        if (right.length == 0) {
            throw new IllegalArgumentException("Query " + query + " has no right target; leave such queries out");
        }
        if (Arrays.stream(right).distinct().count() != right.length) {
            throw new IllegalArgumentException("Query " + query + " has a right target twice");
        }
        for (int target : right) {
            if (target < 0 || target >= targets) {
                throw new IllegalArgumentException("Query " + query + " has the right target " + target
                        + "; the targets are 0 to " + (targets - 1));
            }
        }
    }
}

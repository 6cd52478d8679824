package io.github.zsl4j.hubness;

import java.util.Arrays;

/** Checks of score matrices, and what corrections share. */
final class ScoreMatrix {

    private ScoreMatrix() {}

    /** @throws IllegalArgumentException if the shapes do not fit or a score is not finite */
    static void require(double[][] scores, double[][] bankScores) {
        if (bankScores.length == 0) {
            throw new IllegalArgumentException(
                    "The bank is empty; give the scores of some pictures that are not tested with");
        }
        int targets = bankScores[0].length;
        require("bank", bankScores, targets);
        require("scores", scores, targets);
    }

    private static void require(String what, double[][] scores, int targets) {
        for (int i = 0; i < scores.length; i++) {
            if (scores[i].length != targets) {
                throw new IllegalArgumentException("Row " + i + " of the " + what + " has " + scores[i].length
                        + " scores; the first row of the bank has " + targets);
            }
            for (double score : scores[i]) {
                if (!Double.isFinite(score)) {
                    throw new IllegalArgumentException("Row " + i + " of the " + what + " has a score of " + score);
                }
            }
        }
    }

    static double[] column(double[][] scores, int target) {
        return Arrays.stream(scores).mapToDouble(row -> row[target]).toArray();
    }

    /** The index of the largest value, of equal ones the first. */
    static int best(double[] values) {
        int best = 0;
        for (int j = 1; j < values.length; j++) {
            if (values[j] > values[best]) {
                best = j;
            }
        }
        return best;
    }

    /** log Σ exp(beta x). */
    static double logSum(double[] values, double beta) {
        double top = beta * Arrays.stream(values).max().orElseThrow();
        return top
                + Math.log(
                        Arrays.stream(values).map(x -> Math.exp(beta * x - top)).sum());
    }

    /** For each target log Σ exp(beta s) over the bank, [c]. */
    static double[] logSums(double[][] bankScores, double beta) {
        double[] sums = new double[bankScores[0].length];
        Arrays.setAll(sums, j -> logSum(column(bankScores, j), beta));
        return sums;
    }

    static void requireBeta(double beta) {
        if (!(beta > 0) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException("beta must be above 0 and finite, not " + beta);
        }
    }
}

package io.github.zsl4j.hubness;

import java.util.Arrays;

/**
 * Cross-domain similarity local scaling: a score counts by how far it is above what both sides have with their neighbours,
 *
 * <pre>CSLS(x, y) = 2 s(x, y) - r(x) - r(y)</pre>
 *
 * with r(x) the mean of the query's k highest scores, and r(y) the mean of the target's k highest scores over the bank.
 *
 * <p><b>References:</b> Conneau, Lample, Ranzato, Denoyer and Jégou, "Word Translation Without Parallel Data", ICLR 2018, with
 * the cosine as s.
 *
 * @param neighbours k, at least 1 (the paper has 10); all if there are fewer
 */
public record Csls(int neighbours) implements HubCorrection {

    /** @throws IllegalArgumentException if k is not positive */
    public Csls {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, not " + neighbours);
        }
    }

    @Override
    public double[][] correct(double[][] scores, double[][] bankScores) {
        ScoreMatrix.require(scores, bankScores);
        double[] targets = new double[bankScores[0].length];
        Arrays.setAll(targets, j -> nearest(ScoreMatrix.column(bankScores, j)));
        double[][] corrected = new double[scores.length][targets.length];
        for (int i = 0; i < scores.length; i++) {
            double query = nearest(scores[i]);
            for (int j = 0; j < targets.length; j++) {
                corrected[i][j] = 2 * scores[i][j] - query - targets[j];
            }
        }
        return corrected;
    }

    /** The mean of the k highest. */
    private double nearest(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(sorted, Math.max(0, sorted.length - neighbours), sorted.length)
                .average()
                .orElse(0);
    }
}

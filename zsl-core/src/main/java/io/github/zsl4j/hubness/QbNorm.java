package io.github.zsl4j.hubness;

import java.util.BitSet;

/**
 * Querybank normalisation with the dynamic inverted softmax: only queries whose best target is one that the bank is drawn to
 * are corrected; the others keep their ranking.
 *
 * <pre>η(x, y) = β s(x, y) - log Σ_b exp(β s(b, y))  if argmax s(x, ·) is the best target of a query of the bank
 * η(x, y) = β s(x, y)                                    else</pre>
 *
 * <p><b>References:</b> Bogolin, Croitoru, Jin, Liu and Albanie, "Cross Modal Retrieval with Querybank Normalisation", CVPR
 * 2022; here the logarithm of their score, and β s for s, which rank alike.
 *
 * @param beta β, above 0 (the paper has 20 for cosines)
 */
public record QbNorm(double beta) implements HubCorrection {

    /** @throws IllegalArgumentException if β is not above 0 and finite */
    public QbNorm {
        ScoreMatrix.requireBeta(beta);
    }

    @Override
    public double[][] correct(double[][] scores, double[][] bankScores) {
        ScoreMatrix.require(scores, bankScores);
        double[] sums = ScoreMatrix.logSums(bankScores, beta);
        BitSet activated = new BitSet();
        for (double[] row : bankScores) {
            activated.set(ScoreMatrix.best(row));
        }
        double[][] corrected = new double[scores.length][sums.length];
        for (int i = 0; i < scores.length; i++) {
            boolean hub = activated.get(ScoreMatrix.best(scores[i]));
            for (int j = 0; j < sums.length; j++) {
                corrected[i][j] = beta * scores[i][j] - (hub ? sums[j] : 0);
            }
        }
        return corrected;
    }
}

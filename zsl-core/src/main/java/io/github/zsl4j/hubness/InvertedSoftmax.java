package io.github.zsl4j.hubness;

/**
 * The inverted softmax: how probable the query is for the target, among the queries of the bank, rather than the target for the
 * query,
 *
 * <pre>log P(y|x) = β s(x, y) - log Σ_b exp(β s(b, y)) - α(x)</pre>
 *
 * over the queries b of the bank, with α(x) such that the probabilities of one query sum to 1.
 *
 * <p><b>References:</b> Smith, Turban, Hamblin and Hammerla, "Offline bilingual word vectors, orthogonal transformations and
 * the inverted softmax", ICLR 2017.
 *
 * @param beta β, above 0: the scale that makes scores logits (usual range 10 to 100 for cosines)
 */
public record InvertedSoftmax(double beta) implements HubCorrection {

    /** @throws IllegalArgumentException if β is not above 0 and finite */
    public InvertedSoftmax {
        ScoreMatrix.requireBeta(beta);
    }

    @Override
    public double[][] correct(double[][] scores, double[][] bankScores) {
        ScoreMatrix.require(scores, bankScores);
        double[] sums = ScoreMatrix.logSums(bankScores, beta);
        double[][] corrected = new double[scores.length][sums.length];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                corrected[i][j] = beta * scores[i][j] - sums[j];
            }
            double all = ScoreMatrix.logSum(corrected[i], 1);
            for (int j = 0; j < sums.length; j++) {
                corrected[i][j] -= all;
            }
        }
        return corrected;
    }
}

package io.github.zsl4j.regression;

/** The loss of one example as a function of its logits. */
interface RowLoss {

    /** The number of logits. */
    int outputs();

    /**
     * Replaces the logits z of an example, which begin at {@code from}, by the derivatives of the loss with respect to them.
     *
     * @return the loss
     */
    double differentiate(double[] z, int from, int label);

    /** -log softmax(z)_y. */
    static RowLoss softmax(int classes) {
        return new RowLoss() {
            @Override
            public int outputs() {
                return classes;
            }

            @Override
            public double differentiate(double[] z, int from, int label) {
                double own = z[from + label];
                double logSum = exponentials(z, from, classes);
                z[from + label] -= 1;
                return logSum - own;
            }
        };
    }

    /** Makes logits probabilities, and returns the log of the sum of their exponentials. */
    private static double exponentials(double[] z, int from, int count) {
        double top = z[from];
        for (int j = from; j < from + count; j++) {
            top = Math.max(top, z[j]);
        }
        double sum = 0;
        for (int j = from; j < from + count; j++) {
            z[j] = Math.exp(z[j] - top);
            sum += z[j];
        }
        for (int j = from; j < from + count; j++) {
            z[j] /= sum;
        }
        return top + Math.log(sum);
    }

    /**
     * The sum over outputs of -log sigmoid(z) where the output is true for the label, and of -log sigmoid(-z) elsewhere.
     *
     * @param truth [c][m]
     */
    static RowLoss sigmoid(boolean[][] truth) {
        return new RowLoss() {
            @Override
            public int outputs() {
                return truth[0].length;
            }

            @Override
            public double differentiate(double[] z, int from, int label) {
                double loss = 0;
                for (int j = 0; j < truth[label].length; j++) {
                    double sign = truth[label][j] ? 1 : -1;
                    double margin = sign * z[from + j];
                    double small = Math.exp(-Math.abs(margin));
                    loss += Math.log1p(small) + Math.max(0, -margin);
                    z[from + j] = -sign * (margin > 0 ? small : 1) / (1 + small);
                }
                return loss;
            }
        };
    }
}

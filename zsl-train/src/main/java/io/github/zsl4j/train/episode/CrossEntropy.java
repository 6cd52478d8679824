package io.github.zsl4j.train.episode;

/** -log softmax at the right class, on plain arrays. */
final class CrossEntropy {

    private CrossEntropy() {}

    /**
     * Replaces logits by the derivatives of their mean cross-entropy.
     *
     * @param logits [n, ways]
     * @param labels [n], below {@code classes}
     * @param classes how many columns count, the first ones; the others get 0
     * @return the mean cross-entropy
     */
    static double replaceByGradient(float[] logits, int[] labels, int ways, int classes) {
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            loss += row(logits, i * ways, labels[i], ways, classes, labels.length);
        }
        return loss / labels.length;
    }

    private static double row(float[] logits, int from, int label, int ways, int classes, int rows) {
        double top = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < classes; j++) {
            top = Math.max(top, logits[from + j]);
        }
        double sum = 0;
        for (int j = 0; j < classes; j++) {
            sum += Math.exp(logits[from + j] - top);
        }
        double loss = Math.log(sum) + top - logits[from + label];
        for (int j = 0; j < ways; j++) {
            double probability = j < classes ? Math.exp(logits[from + j] - top) / sum : 0;
            logits[from + j] = (float) ((probability - (j == label ? 1 : 0)) / rows);
        }
        return loss;
    }
}

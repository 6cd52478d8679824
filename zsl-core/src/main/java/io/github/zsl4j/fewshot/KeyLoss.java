package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Arrays;

/**
 * The mean cross-entropy of some examples' labels as a function of the cache's keys W [n, d]. With a_ik = exp(-β (1 - x_i.w_k))
 * and g_ic = p_ic - [y_i = c], the derivative by w_k is the mean over examples i of α β g_i,y(k) a_ik x_i.
 */
final class KeyLoss {

    private static final Calibration SOFTMAX = Calibration.softmax(1);

    private final TipAdapter adapter;
    private final boolean ownKeys;
    private final int dimension;
    private final int[] classes;
    private final double[][] zeroShot;
    private final double[] examples;

    KeyLoss(TipAdapter adapter, Ranker ranker, SupportSet support, boolean ownKeys) {
        this.adapter = adapter;
        this.ownKeys = ownKeys;
        this.dimension = support.space().dimension();
        this.classes = support.indicesAmong(ranker.labels());
        this.zeroShot = ranker.scores(support.vectors());
        double scale = ranker.calibration().scale();
        for (double[] row : zeroShot) {
            Arrays.setAll(row, c -> scale * row[c]);
        }
        float[] floats = support.vectors().toArray();
        this.examples = new double[floats.length];
        Arrays.setAll(examples, i -> floats[i]);
    }

    /** The number of examples, and of keys. */
    int examples() {
        return classes.length;
    }

    /** The keys before training: the examples. */
    double[] start() {
        return examples.clone();
    }

    /**
     * @param keys [n, d], row-major
     * @param batch which examples, at least one
     * @param gradient is overwritten with the derivatives by the keys
     * @return the mean loss
     */
    double at(double[] keys, int[] batch, double[] gradient) {
        LinearAlgebra algebra = LinearAlgebra.backend();
        Matrix x = rows(batch);
        Matrix w = Matrix.wrap(classes.length, dimension, keys.clone());
        Matrix products = algebra.multiply(x, w.transpose());
        double[] slopes = new double[batch.length * classes.length];
        double sum = 0;
        for (int i = 0; i < batch.length; i++) {
            sum += differentiate(batch[i], products, i, slopes);
        }
        Matrix byProduct = Matrix.wrap(batch.length, classes.length, slopes);
        double[] byKey = algebra.multiply(byProduct.transpose(), x).values();
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = byKey[k] / batch.length;
        }
        return sum / batch.length;
    }

    private Matrix rows(int[] batch) {
        double[] rows = new double[batch.length * dimension];
        for (int i = 0; i < batch.length; i++) {
            System.arraycopy(examples, batch[i] * dimension, rows, i * dimension, dimension);
        }
        return Matrix.wrap(batch.length, dimension, rows);
    }

    /** Fills row i of the slopes with the loss's derivatives by the products of an example with the keys. */
    private double differentiate(int example, Matrix products, int i, double[] slopes) {
        double[] affinities = new double[classes.length];
        double[] logits = zeroShot[example].clone();
        for (int k = 0; k < affinities.length; k++) {
            boolean counts = ownKeys || k != example;
            affinities[k] = counts ? adapter.alpha() * Math.exp(-adapter.beta() * (1 - products.get(i, k))) : 0;
            logits[classes[k]] += affinities[k];
        }
        double[] p = SOFTMAX.probabilities(logits);
        for (int k = 0; k < affinities.length; k++) {
            double error = p[classes[k]] - (classes[k] == classes[example] ? 1 : 0);
            slopes[i * classes.length + k] = adapter.beta() * error * affinities[k];
        }
        return -Math.log(Math.max(p[classes[example]], Double.MIN_NORMAL));
    }
}

package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/**
 * Means and covariances over the pairs of a picture and its class.
 *
 * @param featureMean [d]
 * @param semanticMean [a], in which a class counts as often as it has pictures
 * @param features Cxx [d, d]
 * @param semantics Css [a, a]
 * @param cross Cxs [d, a]
 */
record PairCovariances(double[] featureMean, double[] semanticMean, Matrix features, Matrix semantics, Matrix cross) {

    static PairCovariances of(TrainingSet examples) {
        double n = examples.size();
        Matrix s = examples.semanticMatrix();
        double[] x = sum(examples.classSums(), examples, false);
        double[] t = sum(s, examples, true);
        Matrix ofPictures = s.scaleRows(c -> Math.sqrt(examples.count(c)));
        return new PairCovariances(
                x,
                t,
                centred(examples.gram(), n, x, x),
                centred(LinearAlgebra.backend().gram(ofPictures), n, t, t),
                centred(examples.crossProduct(), n, x, t));
    }

    /** The sum of the rows, each as often as its class has pictures if wanted, over the number of pictures. */
    private static double[] sum(Matrix rows, TrainingSet examples, boolean perPicture) {
        double[] mean = new double[rows.columns()];
        for (int c = 0; c < rows.rows(); c++) {
            double weight = (perPicture ? examples.count(c) : 1.0) / examples.size();
            for (int j = 0; j < mean.length; j++) {
                mean[j] += weight * rows.get(c, j);
            }
        }
        return mean;
    }

    /** products / n - a bᵀ. */
    private static Matrix centred(Matrix products, double n, double[] a, double[] b) {
        double[] values = new double[a.length * b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                values[i * b.length + j] = products.get(i, j) / n - a[i] * b[j];
            }
        }
        return Matrix.wrap(a.length, b.length, values);
    }
}

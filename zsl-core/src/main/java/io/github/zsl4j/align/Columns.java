package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;

/** Statistics of the components of many vectors. */
final class Columns {

    private Columns() {}

    static double[] mean(EmbeddingMatrix vectors) {
        return mean(vectors, new double[vectors.dimension()], false);
    }

    /** The population's standard deviation, with n as the divisor. */
    static double[] deviation(EmbeddingMatrix vectors, double[] mean) {
        double[] variance = mean(vectors, mean, true);
        for (int j = 0; j < variance.length; j++) {
            variance[j] = Math.sqrt(variance[j]);
        }
        return variance;
    }

    private static double[] mean(EmbeddingMatrix vectors, double[] centre, boolean squares) {
        double[] sum = new double[centre.length];
        float[] row = new float[sum.length];
        for (int i = 0; i < vectors.rows(); i++) {
            vectors.copyRow(i, row, 0);
            for (int j = 0; j < sum.length; j++) {
                double x = row[j] - centre[j];
                sum[j] += squares ? x * x : x;
            }
        }
        for (int j = 0; j < sum.length; j++) {
            sum[j] /= Math.max(1, vectors.rows());
        }
        return sum;
    }

    static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}

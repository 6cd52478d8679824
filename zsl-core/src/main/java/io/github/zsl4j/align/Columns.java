package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;

/** Statistics of the components of many vectors. */
final class Columns {

    private Columns() {}

    /** The population's standard deviation, with n as the divisor. */
    static double[] deviation(EmbeddingMatrix vectors, double[] mean) {
        double[] deviation = new double[mean.length];
        float[] row = new float[mean.length];
        for (int i = 0; i < vectors.rows(); i++) {
            vectors.copyRow(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                deviation[j] += (row[j] - mean[j]) * (row[j] - mean[j]);
            }
        }
        for (int j = 0; j < deviation.length; j++) {
            deviation[j] = Math.sqrt(deviation[j] / Math.max(1, vectors.rows()));
        }
        return deviation;
    }

    static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}

package io.github.zsl4j.train.episode;

/**
 * An affine layer x W + b.
 *
 * @param weights W [in, out], row-major
 * @param bias b [out]
 */
record DenseLayer(float[] weights, float[] bias) {

    private int inputs() {
        return weights.length / bias.length;
    }

    /**
     * @param x [n, in]
     * @return [n, out]
     */
    float[] apply(float[] x) {
        int in = inputs();
        int out = bias.length;
        float[] y = new float[x.length / in * out];
        for (int i = 0; i < x.length; i++) {
            int row = i / in * out;
            if (i % in == 0) {
                System.arraycopy(bias, 0, y, row, out);
            }
            for (int j = 0; j < out; j++) {
                y[row + j] += x[i] * weights[i % in * out + j];
            }
        }
        return y;
    }

    /** @param slope of the loss by y [n, out] */
    float[] weightGradient(float[] x, float[] slope) {
        int in = inputs();
        int out = bias.length;
        float[] gradient = new float[weights.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < out; j++) {
                gradient[i % in * out + j] += x[i] * slope[i / in * out + j];
            }
        }
        return gradient;
    }

    float[] biasGradient(float[] slope) {
        float[] gradient = new float[bias.length];
        for (int i = 0; i < slope.length; i++) {
            gradient[i % gradient.length] += slope[i];
        }
        return gradient;
    }

    /** By x, where x is what max(0, …) gave: 0 where x is. */
    float[] inputGradient(float[] x, float[] slope) {
        int in = inputs();
        int out = bias.length;
        float[] gradient = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < out && x[i] > 0; j++) {
                gradient[i] += slope[i / in * out + j] * weights[i % in * out + j];
            }
        }
        return gradient;
    }
}

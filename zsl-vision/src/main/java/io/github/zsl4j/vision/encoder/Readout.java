package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.Arrays;

/**
 * Which output of a network holds the vectors of pictures, and which tokens of it make them up.
 *
 * @param output its name
 * @param rank 2 for vectors [n, d], 3 for tokens [n, t, d], 4 for feature maps [n, d, h, w]
 * @param first the first token that counts; 0 unless the rank is 3
 * @param count how many tokens count, from the first on; 0 for all that follow
 */
record Readout(String output, int rank, int first, int count) {

    /** For vectors and feature maps, which are read as a whole. */
    static Readout whole(String output, int rank) {
        return new Readout(output, rank, 0, 0);
    }

    /**
     * @param tensor at least {@code n} rows
     * @param n rows that are wanted
     * @return [n, d], row-major
     * @throws ModelException if the tensor is not of the shape expected
     */
    float[] vectors(Tensor tensor, int n) {
        long[] shape = tensor.shape();
        if (!tensor.isFloat() || shape.length != rank || shape[0] < n || tensor.floats().length == 0) {
            throw misfit(tensor, n);
        }
        float[] values = tensor.floats();
        return switch (rank) {
            case 2 -> Arrays.copyOf(values, Math.multiplyExact(n, (int) shape[1]));
            case 3 -> tokens(tensor, n);
            default -> places(values, Math.multiplyExact(n, (int) shape[1]), (int) (shape[2] * shape[3]));
        };
    }

    private ModelException misfit(Tensor tensor, int n) {
        String wanted = switch (rank) {
            case 2 -> ", d]";
            case 3 -> ", t, d]";
            default -> ", d, h, w]";
        };
        return new ModelException("The output '" + output + "' is " + tensor + ", not float[" + n + wanted);
    }

    private float[] tokens(Tensor tensor, int n) {
        int tokens = (int) tensor.shape()[1];
        int d = (int) tensor.shape()[2];
        int end = count == 0 ? tokens : first + count;
        if (first >= end || end > tokens) {
            throw new ModelException("The output '" + output + "' is " + tensor + ", where tokens " + first + " to "
                    + (end - 1) + " are to be read");
        }
        float[] vectors = new float[Math.multiplyExact(n, d)];
        for (int row = 0; row < n; row++) {
            mean(tensor.floats(), (row * tokens + first) * d, end - first, vectors, row * d, d);
        }
        return vectors;
    }

    /** The mean of {@code count} vectors of length {@code d} that follow each other from {@code from} on. */
    private static void mean(float[] values, int from, int count, float[] target, int to, int d) {
        for (int j = 0; j < d; j++) {
            double sum = 0;
            for (int t = 0; t < count; t++) {
                sum += values[from + t * d + j];
            }
            target[to + j] = (float) (sum / count);
        }
    }

    /** The mean of every channel over its places. */
    private static float[] places(float[] values, int channels, int places) {
        float[] means = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int i = 0; i < places; i++) {
                sum += values[c * places + i];
            }
            means[c] = (float) (sum / places);
        }
        return means;
    }
}

package io.github.zsl4j.train.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Square maps in a computation whose gradient is taken, several for each picture: what convolutions take and give. Valid
 * until the step ends.
 */
public final class FeatureMaps {

    private static final Shape ONE = new Shape(1, 1);

    private final NDArray array; // [n, channels, side, side]

    private FeatureMaps(NDArray array) {
        this.array = array;
    }

    /**
     * Maps from a matrix with one row for each picture.
     *
     * @param rows maps one after another, each row by row [n, channels * side * side]
     * @param channels maps of a picture, at least 1
     */
    public static FeatureMaps of(Variable rows, int channels) {
        int side = (int) Math.round(Math.sqrt(rows.columns() / (double) channels));
        return new FeatureMaps(rows.array().reshape(rows.rows(), channels, side, side));
    }

    /** The inverse of {@link #of}: [n, channels * side * side]. */
    public Variable rows() {
        return new Variable(array.reshape(array.getShape().get(0), -1));
    }

    /** The number of maps of a picture. */
    public int channels() {
        return (int) array.getShape().get(1);
    }

    /** Width and height of a map. */
    public int side() {
        return (int) array.getShape().get(2);
    }

    /**
     * Cross-correlation with square kernels, on maps with a border of 0s around them that is 1 wide.
     *
     * @param weight kernels one after another for each map that comes out [out, channels * kernel * kernel]
     * @param bias added to each map that comes out [1, out]
     * @param stride from one place of a kernel to the next, at least 1
     */
    public FeatureMaps convolved(Variable weight, Variable bias, int stride) {
        int kernel = (int) Math.round(Math.sqrt(weight.columns() / (double) channels()));
        NDArray kernels = weight.array().reshape(weight.rows(), channels(), kernel, kernel);
        NDArray offsets = bias.array().reshape(weight.rows());
        Shape steps = new Shape(stride, stride);
        return new FeatureMaps(
                Conv2d.conv2d(array, kernels, offsets, steps, ONE, ONE).singletonOrThrow());
    }

    /**
     * Four maps become one of twice the side: each of its squares of 2 x 2 has a component of each of the four, in their
     * order by rows.
     *
     * <p><b>References:</b> Shi et al., "Real-time single image and video super-resolution using an efficient sub-pixel
     * convolutional neural network", CVPR 2016.
     */
    public FeatureMaps unfolded() {
        long n = array.getShape().get(0);
        NDArray parts = array.reshape(n, channels() / 4, 2, 2, side(), side());
        return new FeatureMaps(parts.transpose(0, 1, 4, 2, 5, 3).reshape(n, channels() / 4, 2L * side(), 2L * side()));
    }

    /**
     * Each map times one plus a factor of its own, plus an offset of its own.
     *
     * <p><b>References:</b> Perez et al., "FiLM: Visual reasoning with a general conditioning layer", AAAI 2018.
     *
     * @param factors [n, channels]
     * @param offsets [n, channels]
     */
    public FeatureMaps modulated(Variable factors, Variable offsets) {
        NDArray scaled = array.mul(column(factors.array().add(1)));
        return new FeatureMaps(scaled.add(column(offsets.array())));
    }

    private NDArray column(NDArray values) {
        return values.reshape(array.getShape().get(0), channels(), 1, 1);
    }

    /** max(0, x). */
    public FeatureMaps relu() {
        return new FeatureMaps(Activation.relu(array));
    }

    /** x above 0, and 0.2 x below. */
    public FeatureMaps leakyRelu() {
        return new FeatureMaps(Activation.leakyRelu(array, 0.2f));
    }
}

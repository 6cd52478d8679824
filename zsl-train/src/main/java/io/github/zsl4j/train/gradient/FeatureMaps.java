package io.github.zsl4j.train.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/**
 * Square maps in a computation whose gradient is taken, several for each picture: what convolutions take and give. Valid
 * until the step ends.
 *
 * <p>A convolution is a product of matrices: the one of what each place of the kernel sees, and the kernels. PyTorch has a
 * faster one (oneDNN's), but its gradient by the maps was wrong for kernels of 3 x 3 on a virtual machine that hides the
 * sizes of its caches (PyTorch 2.7.1, AVX2 and AVX-512).
 */
public final class FeatureMaps {

    private final NDArray array; // [n, side, side, channels]

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
        return new FeatureMaps(
                rows.array().reshape(rows.rows(), channels, side, side).transpose(0, 2, 3, 1));
    }

    /** The inverse of {@link #of}: [n, channels * side * side]. */
    public Variable rows() {
        return new Variable(array.transpose(0, 3, 1, 2).reshape(array.getShape().get(0), -1));
    }

    /** The number of maps of a picture. */
    public int channels() {
        return (int) array.getShape().get(3);
    }

    /** Width and height of a map. */
    public int side() {
        return (int) array.getShape().get(1);
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
        int places = (side() + 2 - kernel) / stride + 1;
        NDArray windows = windows(kernel, stride, places);
        NDArray kernels = weight.array()
                .reshape(weight.rows(), channels(), kernel, kernel)
                .transpose(2, 3, 1, 0)
                .reshape(windows.getShape().get(1), weight.rows());
        NDArray result = windows.matMul(kernels).add(bias.array());
        return new FeatureMaps(result.reshape(array.getShape().get(0), places, places, weight.rows()));
    }

    /** What each place of a kernel sees [n * places * places, kernel * kernel * channels]. */
    private NDArray windows(int kernel, int stride, int places) {
        NDArray wide = bordered(bordered(array, 1), 2);
        int reach = stride * (places - 1) + 1;
        NDList parts = new NDList();
        for (int i = 0; i < kernel; i++) {
            for (int j = 0; j < kernel; j++) {
                String down = i + ":" + (i + reach) + ":" + stride;
                String right = j + ":" + (j + reach) + ":" + stride;
                parts.add(wide.get(":, " + down + ", " + right + ", :"));
            }
        }
        NDArray all = NDArrays.concat(parts, 3);
        return all.reshape(
                array.getShape().get(0) * places * places, all.getShape().get(3));
    }

    private static NDArray bordered(NDArray array, int axis) {
        long[] lengths = array.getShape().getShape().clone();
        lengths[axis] = 1;
        NDArray border = array.getManager().zeros(new Shape(lengths));
        return NDArrays.concat(new NDList(border, array, border), axis);
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
        int left = channels() / 4;
        NDArray parts = array.reshape(n, side(), side(), left, 2, 2);
        return new FeatureMaps(parts.transpose(0, 1, 4, 2, 5, 3).reshape(n, 2L * side(), 2L * side(), left));
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
        NDArray scaled = array.mul(column(factors.plus(1).array()));
        return new FeatureMaps(scaled.add(column(offsets.array())));
    }

    private NDArray column(NDArray values) {
        return values.reshape(array.getShape().get(0), 1, 1, channels());
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

package io.github.zsl4j.train.gradient;

import java.util.Arrays;

/**
 * The maps of one picture, in plain Java: what {@link FeatureMaps} is without gradients.
 *
 * @param channels how many maps there are
 * @param side width and height of a map
 * @param values row-major [channels, side, side]; methods return new ones
 */
public record Planes(int channels, int side, float[] values) {

    /** Cross-correlation with square kernels, on maps with a border of 0s around them that is 1 wide. */
    public Planes convolved(float[] weight, float[] bias, int stride) {
        int kernel = (int) Math.round(Math.sqrt(weight.length / (double) bias.length / channels));
        int end = (side + 2 - kernel) / stride + 1;
        float[] result = new float[bias.length * end * end];
        for (int o = 0; o < bias.length; o++) {
            Arrays.fill(result, o * end * end, (o + 1) * end * end, bias[o]);
            for (int k = 0; k < channels * kernel * kernel; k++) {
                float factor = weight[o * channels * kernel * kernel + k];
                int channel = k / (kernel * kernel);
                int down = k / kernel % kernel - 1;
                int right = k % kernel - 1;
                addShifted(new Shift(channel, down, right, stride), factor, result, o * end, end);
            }
        }
        return new Planes(bias.length, end, result);
    }

    /** Where a component of a kernel lies. */
    private record Shift(int channel, int down, int right, int stride) {

        /** The first place of the kernel at which this component is on the map. */
        int first(int offset) {
            return Math.max(0, (-offset + stride - 1) / stride);
        }

        /** One after the last. */
        int end(int offset, int side, int places) {
            return Math.min(places, Math.floorDiv(side - 1 - offset, stride) + 1);
        }
    }

    private void addShifted(Shift shift, float factor, float[] result, int row, int places) {
        int first = shift.first(shift.right());
        int last = shift.end(shift.right(), side, places);
        for (int i = shift.first(shift.down()); i < shift.end(shift.down(), side, places); i++) {
            int from = (shift.channel() * side + i * shift.stride() + shift.down()) * side + shift.right();
            int to = (row + i) * places;
            for (int j = first; j < last; j++) {
                result[to + j] += factor * values[from + j * shift.stride()];
            }
        }
    }

    /** Four maps become one of twice the side. */
    public Planes unfolded() {
        int wide = 2 * side;
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            int x = i % wide;
            int y = i / wide % wide;
            int channel = 4 * (i / (wide * wide)) + y % 2 * 2 + x % 2;
            result[i] = values[(channel * side + y / 2) * side + x / 2];
        }
        return new Planes(channels / 4, wide, result);
    }

    /**
     * Each map times one plus a factor of its own, plus an offset of its own.
     *
     * @param factors those of this picture's maps begin at {@code from}, and their offsets after them
     */
    public Planes modulated(float[] factors, int from) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            int channel = i / (side * side);
            result[i] = values[i] * (1 + factors[from + channel]) + factors[from + channels + channel];
        }
        return new Planes(channels, side, result);
    }

    /** max(0, x). */
    public Planes relu() {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.max(0, values[i]);
        }
        return new Planes(channels, side, result);
    }

    /** x above 0, and 0.2 x below. */
    public Planes leakyRelu() {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.max(0.2f * values[i], values[i]);
        }
        return new Planes(channels, side, result);
    }
}

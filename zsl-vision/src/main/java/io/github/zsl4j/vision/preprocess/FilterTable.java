package io.github.zsl4j.vision.preprocess;

import java.util.Arrays;

/**
 * The weights with which input samples make up some consecutive output samples along one axis, in Pillow's 8-bit fixed
 * point. Immutable.
 *
 * @param taps weights stored per output sample; unused ones at the end are 0
 * @param first per output sample the first input sample that counts
 * @param count per output sample how many count, from 1 to {@code taps}
 * @param weights [output][taps] flat, scaled by 2^{@value #PRECISION}
 */
record FilterTable(int taps, int[] first, int[] count, int[] weights) {

    /** 32 bits less 8 for the value and 2 for overshoot, as in Pillow. */
    static final int PRECISION = 32 - 8 - 2;

    /**
     * @param inputSize samples there are
     * @param outputSize samples that the whole axis is resized to
     * @param from the first output sample wanted
     * @param length how many are wanted
     */
    static FilterTable of(Interpolation filter, int inputSize, int outputSize, int from, int length) {
        if (inputSize == outputSize) {
            return identity(from, length);
        }
        double scale = (double) inputSize / outputSize;
        if (filter == Interpolation.NEAREST) {
            return nearest(scale, inputSize, from, length);
        }
        double stretch = Math.max(scale, 1);
        double support = filter.radius() * stretch;
        FilterTable table = empty((int) Math.ceil(support) * 2 + 1, length);
        for (int i = 0; i < length; i++) {
            double centre = (from + (double) i + 0.5) * scale;
            table.first[i] = Math.max(0, (int) (centre - support + 0.5));
            table.count[i] = Math.min(inputSize, (int) (centre + support + 0.5)) - table.first[i];
            table.fill(i, filter, centre, 1 / stretch);
        }
        return table;
    }

    /** Every sample as it is, which is what Pillow makes of a size that does not change. */
    static FilterTable identity(int from, int length) {
        FilterTable table = single(length);
        for (int i = 0; i < length; i++) {
            table.first[i] = from + i;
        }
        return table;
    }

    /** The sample at the centre, found by adding up steps as Pillow does (Geometry.c, ImagingScaleAffine). */
    private static FilterTable nearest(double scale, int inputSize, int from, int length) {
        FilterTable table = single(length);
        double centre = 0.5 * scale;
        for (int i = 0; i < from + length; i++) {
            if (i >= from) {
                table.first[i - from] = Math.min(inputSize - 1, (int) centre);
            }
            centre += scale;
        }
        return table;
    }

    private static FilterTable single(int length) {
        FilterTable table = empty(1, length);
        Arrays.fill(table.count, 1);
        Arrays.fill(table.weights, 1 << PRECISION);
        return table;
    }

    private static FilterTable empty(int taps, int length) {
        return new FilterTable(taps, new int[length], new int[length], new int[Math.multiplyExact(length, taps)]);
    }

    private void fill(int i, Interpolation filter, double centre, double shrink) {
        double[] exact = new double[count[i]];
        double sum = 0;
        for (int t = 0; t < exact.length; t++) {
            exact[t] = filter.weight((t + first[i] - centre + 0.5) * shrink);
            sum += exact[t];
        }
        for (int t = 0; t < exact.length; t++) {
            double w = (sum == 0 ? exact[t] : exact[t] / sum) * (1 << PRECISION);
            weights[i * taps + t] = (int) (w < 0 ? w - 0.5 : w + 0.5);
        }
    }

    /** How many output samples there are. */
    int length() {
        return first.length;
    }

    /** Whether the output is a run of input samples. */
    boolean isIdentity() {
        return taps == 1 && end() - first[0] == first.length;
    }

    /** One past the last input sample that any output sample reads. */
    int end() {
        return first[first.length - 1] + count[first.length - 1];
    }
}

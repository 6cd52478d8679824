package io.github.zsl4j.vision.preprocess;

/**
 * The weights with which input samples make up some consecutive output samples along one axis, in Pillow's 8-bit fixed
 * point. Immutable.
 *
 * @param taps weights stored per output sample; unused ones at the end are 0
 * @param first per output sample the first input sample that counts
 * @param count per output sample how many count, at most {@code taps}
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
        double scale = (double) inputSize / outputSize;
        double stretch = Math.max(scale, 1);
        double support = filter.radius() * stretch;
        int taps = (int) Math.ceil(support) * 2 + 1;
        FilterTable table =
                new FilterTable(taps, new int[length], new int[length], new int[Math.multiplyExact(length, taps)]);
        for (int i = 0; i < length; i++) {
            double centre = (from + i + 0.5) * scale;
            table.first[i] = Math.max(0, (int) (centre - support + 0.5));
            table.count[i] = Math.min(inputSize, (int) (centre + support + 0.5)) - table.first[i];
            table.fill(i, filter, centre, 1 / stretch);
        }
        return table;
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

    /** One past the last input sample that any output sample reads. */
    int end() {
        int end = 0;
        for (int i = 0; i < first.length; i++) {
            end = Math.max(end, first[i] + count[i]);
        }
        return end;
    }
}

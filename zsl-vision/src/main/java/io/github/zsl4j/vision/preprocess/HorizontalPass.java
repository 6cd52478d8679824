package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.vision.image.RgbImage;

/**
 * Filters rows of a picture along x, two at a time: a pixel of the one row in the lower half of a long and that of the
 * other in the upper half are multiplied by a weight in one instruction.
 *
 * <p>That is exact. The sum over products is l + 2^32 h with l and h the two rows' sums, both of which fit an int: l is
 * the low half as it stands, and what is left after subtracting it is h.
 */
final class HorizontalPass {

    private static final long HALF = (1L << (FilterTable.PRECISION - 1)) * ((1L << 32) + 1);

    private final RgbImage image;
    private final FilterTable table;
    private final int left;
    private final int width;
    private final byte[] line;
    private final byte[] line2;
    private final long[] red;
    private final long[] green;
    private final long[] blue;
    private final long[] weights;

    HorizontalPass(RgbImage image, FilterTable table) {
        this.image = image;
        this.table = table;
        this.left = table.first()[0];
        this.width = table.end() - left;
        this.line = new byte[width * 3];
        this.line2 = new byte[width * 3];
        int planes = table.isIdentity() ? 0 : width;
        this.red = new long[planes];
        this.green = new long[planes];
        this.blue = new long[planes];
        this.weights = new long[planes == 0 ? 0 : table.weights().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = table.weights()[i];
        }
    }

    /** Filters two rows of the picture (which may be the same) into interleaved values from 0 to 255. */
    void filter(int y, int[] target, int y2, int[] target2) {
        image.copyRow(left, y, width, line);
        image.copyRow(left, y2, width, line2);
        if (table.isIdentity()) {
            widen(line, target);
            widen(line2, target2);
            return;
        }
        split();
        for (int x = 0; x < table.length(); x++) {
            filterPixel(table.first()[x] - left, x * table.taps(), table.count()[x], target, target2, 3 * x);
        }
    }

    private void filterPixel(int first, int firstWeight, int count, int[] target, int[] target2, int at) {
        long[] r = red;
        long[] g = green;
        long[] b = blue;
        long[] w = weights;
        long sumR = HALF;
        long sumG = HALF;
        long sumB = HALF;
        for (int t = 0; t < count; t++) {
            long weight = w[firstWeight + t];
            sumR += r[first + t] * weight;
            sumG += g[first + t] * weight;
            sumB += b[first + t] * weight;
        }
        store(sumR, target, target2, at);
        store(sumG, target, target2, at + 1);
        store(sumB, target, target2, at + 2);
    }

    private static void widen(byte[] line, int[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = line[i] & 0xff;
        }
    }

    private void split() {
        for (int x = 0, i = 0; x < red.length; x++, i += 3) {
            red[x] = pair(line[i], line2[i]);
            green[x] = pair(line[i + 1], line2[i + 1]);
            blue[x] = pair(line[i + 2], line2[i + 2]);
        }
    }

    private static long pair(byte low, byte high) {
        return (high & 0xffL) << 32 | low & 0xffL;
    }

    private static void store(long sum, int[] target, int[] target2, int at) {
        int low = (int) sum;
        // The second first: where both rows are the same, either will do.
        target2[at] = Resampler.clip((int) (sum - low >> 32));
        target[at] = Resampler.clip(low);
    }
}

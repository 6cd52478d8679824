package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.vision.image.RgbImage;

/**
 * Resizes a picture to the bit as Pillow does: horizontally, rounded to 8 bits, then vertically. Only the part that is
 * wanted of the result is computed, row by row, so that neither a long thin picture nor a large one needs much memory.
 */
final class Resampler {

    private static final int HALF = 1 << (FilterTable.PRECISION - 1);

    private final RgbImage image;
    private final FilterTable columns;
    private final FilterTable rows;
    private final int width;

    /** The input columns that are read. */
    private final int left;

    private final byte[] line;

    /** The last rows that passed the horizontal filter; input row y is in slot y modulo their number. */
    private final int[][] filtered;

    private Resampler(RgbImage image, Size target, Interpolation filter, Region wanted) {
        this.image = image;
        this.columns = FilterTable.of(filter, image.width(), target.width(), wanted.x(), wanted.width());
        this.rows = FilterTable.of(filter, image.height(), target.height(), wanted.y(), wanted.height());
        this.width = wanted.width();
        this.left = columns.first()[0];
        this.line = new byte[(columns.end() - left) * 3];
        this.filtered = new int[Math.min(rows.taps(), image.height())][width * 3];
    }

    /**
     * @param x of the left column, in the resized picture
     * @param y of the top row, in the resized picture
     * @param width in pixels
     * @param height in pixels
     */
    record Region(int x, int y, int width, int height) {}

    /**
     * @param target the size that the whole picture is resized to
     * @param wanted the part of the resized picture that is returned
     * @return RGB bytes of that part, row by row
     */
    static byte[] resample(RgbImage image, Size target, Interpolation filter, Region wanted) {
        return new Resampler(image, target, filter, wanted).run(wanted.height());
    }

    private byte[] run(int height) {
        byte[] result = new byte[width * height * 3];
        int[] sums = new int[width * 3];
        int done = rows.first()[0];
        for (int y = 0; y < height; y++) {
            int end = rows.first()[y] + rows.count()[y];
            for (done = Math.max(done, rows.first()[y]); done < end; done++) {
                filterRow(done, filtered[done % filtered.length]);
            }
            sumRows(y, sums);
            store(sums, result, y * width * 3);
        }
        return result;
    }

    private void filterRow(int y, int[] target) {
        image.copyRow(y, left, line.length / 3, line);
        for (int x = 0; x < width; x++) {
            filterPixel(columns.first()[x] - left, columns.count()[x], x * columns.taps(), target, x * 3);
        }
    }

    private void filterPixel(int from, int count, int firstWeight, int[] target, int at) {
        byte[] source = line;
        int[] weights = columns.weights();
        int start = from * 3;
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        for (int t = 0; t < count; t++) {
            int w = weights[firstWeight + t];
            red += (source[start + 3 * t] & 0xff) * w;
            green += (source[start + 3 * t + 1] & 0xff) * w;
            blue += (source[start + 3 * t + 2] & 0xff) * w;
        }
        target[at] = clip(red);
        target[at + 1] = clip(green);
        target[at + 2] = clip(blue);
    }

    /** Whole rows at a time: a loop over neighbouring ints, which the JIT compiler vectorises. */
    private void sumRows(int y, int[] sums) {
        java.util.Arrays.fill(sums, HALF);
        int first = rows.first()[y];
        for (int t = 0; t < rows.count()[y]; t++) {
            addScaled(filtered[(first + t) % filtered.length], rows.weights()[y * rows.taps() + t], sums);
        }
    }

    private static void addScaled(int[] row, int weight, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i] * weight;
        }
    }

    private static void store(int[] sums, byte[] result, int offset) {
        for (int i = 0; i < sums.length; i++) {
            result[offset + i] = (byte) clip(sums[i]);
        }
    }

    private static int clip(int sum) {
        return Math.max(0, Math.min(255, sum >> FilterTable.PRECISION));
    }
}

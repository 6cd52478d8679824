package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.vision.image.RgbImage;
import java.util.Arrays;

/**
 * Resizes a picture to the bit as Pillow does: horizontally, rounded to 8 bits, then vertically. Only the part that is
 * wanted of the result is computed, row by row, so that neither a long thin picture nor a large one needs much memory.
 */
final class Resampler {

    private static final int HALF = 1 << (FilterTable.PRECISION - 1);

    /** How much taller than wide a picture is that Pillow shrinks vertically first (Image.resize). */
    private static final long TALL = 100;

    private final HorizontalPass columns;
    private final FilterTable rows;
    private final int lastRow;
    private final int[] sums;

    /** The last rows that passed the horizontal filter; input row y is in slot y modulo their number. */
    private final int[][] filtered;

    private Resampler(RgbImage image, FilterTable columns, FilterTable rows) {
        this.columns = new HorizontalPass(image, columns);
        this.rows = rows;
        this.lastRow = rows.end() - 1;
        this.sums = new int[columns.length() * 3];
        // One more than a filter reaches, because rows are made two at a time.
        this.filtered = new int[Math.min(rows.taps() + 1, image.height())][sums.length];
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
        FilterTable columns = FilterTable.of(filter, image.width(), target.width(), wanted.x(), wanted.width());
        FilterTable rows = FilterTable.of(filter, image.height(), target.height(), wanted.y(), wanted.height());
        if (image.height() > TALL * image.width() && target.height() < image.height()) {
            byte[] shrunk = new Resampler(image, FilterTable.identity(0, image.width()), rows).run();
            RgbImage low = RgbImage.of(image.width(), wanted.height(), shrunk);
            return new Resampler(low, columns, FilterTable.identity(0, wanted.height())).run();
        }
        return new Resampler(image, columns, rows).run();
    }

    private byte[] run() {
        byte[] result = new byte[sums.length * rows.length()];
        int done = rows.first()[0];
        for (int y = 0; y < rows.length(); y++) {
            int first = rows.first()[y];
            int end = first + rows.count()[y];
            // With nearest neighbours, rows between the ones that are read are left out.
            done = Math.max(done, first);
            while (done < end) {
                int second = Math.min(done + 1, lastRow);
                columns.filter(done, slot(done), second, slot(second));
                done += 2;
            }
            sumRows(first, rows.count()[y], y * rows.taps());
            store(sums, result, y * sums.length);
        }
        return result;
    }

    private int[] slot(int row) {
        return filtered[row % filtered.length];
    }

    private void sumRows(int first, int count, int firstWeight) {
        int[] w = rows.weights();
        Arrays.fill(sums, HALF);
        int t = 0;
        for (; t + 4 <= count; t += 4) {
            int at = firstWeight + t;
            int y = first + t;
            add(slot(y), w[at], slot(y + 1), w[at + 1], sums);
            add(slot(y + 2), w[at + 2], slot(y + 3), w[at + 3], sums);
        }
        for (; t < count; t++) {
            add(slot(first + t), w[firstWeight + t], sums);
        }
    }

    /** Whole rows at a time: a loop over neighbouring ints, which the JIT compiler vectorises. */
    private static void add(int[] row, int weight, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i] * weight;
        }
    }

    private static void add(int[] row, int weight, int[] row2, int weight2, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i] * weight + row2[i] * weight2;
        }
    }

    private static void store(int[] sums, byte[] result, int offset) {
        for (int i = 0; i < sums.length; i++) {
            result[offset + i] = (byte) clip(sums[i]);
        }
    }

    /** From fixed point to a byte's value. */
    static int clip(int sum) {
        return Math.max(0, Math.min(255, sum >> FilterTable.PRECISION));
    }
}

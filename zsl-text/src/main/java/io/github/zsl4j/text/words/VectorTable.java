package io.github.zsl4j.text.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vectors of many words as plain floats in blocks of rows: gigabytes that grow without ever being copied, and may
 * exceed the longest array. Filled once, then only read.
 */
final class VectorTable {

    private static final int BLOCK_FLOATS = 1 << 20;

    private final int dimension;
    private final int blockRows;
    private final List<float[]> blocks = new ArrayList<>();
    private int size;

    VectorTable(int dimension) {
        this.dimension = dimension;
        this.blockRows = Math.max(1, BLOCK_FLOATS / dimension);
    }

    void add(float[] vector) {
        if (size % blockRows == 0) {
            blocks.add(new float[blockRows * dimension]);
        }
        System.arraycopy(vector, 0, blocks.get(size / blockRows), start(size), dimension);
        size++;
    }

    /** Frees what adding reserved. */
    void trim() {
        if (size % blockRows != 0) {
            int last = blocks.size() - 1;
            blocks.set(last, Arrays.copyOf(blocks.get(last), start(size)));
        }
    }

    private int start(int row) {
        return row % blockRows * dimension;
    }

    int dimension() {
        return dimension;
    }

    float[] row(int row) {
        int start = start(row);
        return Arrays.copyOfRange(blocks.get(row / blockRows), start, start + dimension);
    }

    double dot(int row, float[] vector) {
        float[] block = blocks.get(row / blockRows);
        int start = start(row);
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += (double) block[start + i] * vector[i];
        }
        return sum;
    }

    double norm(int row) {
        float[] block = blocks.get(row / blockRows);
        int start = start(row);
        double sum = 0;
        for (int i = start; i < start + dimension; i++) {
            sum += (double) block[i] * block[i];
        }
        return Math.sqrt(sum);
    }

    /** Adds {@code factor} times a row to {@code sum}. */
    void addScaled(int row, double factor, double[] sum) {
        float[] block = blocks.get(row / blockRows);
        int start = start(row);
        for (int i = 0; i < dimension; i++) {
            sum[i] += factor * block[start + i];
        }
    }
}

package io.github.zsl4j.embedding;

/**
 * Sums of products. The inner loops are as large as the JIT compiler (C2) vectorises at its usual LoopUnrollLimit, with margin;
 * they do as much as they can with what they load: two dimensions of two queries, or four of one.
 */
final class ProductSums extends BlockSums {

    ProductSums(float[] queries, int dimension) {
        super(queries, dimension);
    }

    @Override
    void add(float[][] columns, int from, int to, int first, int last) {
        int paired = last - (last - first) % 2;
        int even = to - (to - from) % 2;
        for (int x = from; x < even; x += 2) {
            for (int i = first; i < paired; i += 2) {
                addTwo(columns[x], columns[x + 1], at(i, x), sums[i], sums[i + 1]);
            }
        }
        for (int i = first; i < last; i++) {
            addRest(columns, i < paired ? even : from, to, i);
        }
    }

    private void addTwo(float[] a, float[] b, int at, float[] sums, float[] nextSums) {
        int next = at + dimension;
        addTwo(a, b, queries[at], queries[at + 1], sums, queries[next], queries[next + 1], nextSums);
    }

    private static void addTwo(
            float[] a, float[] b, float p, float q, float[] sums, float nextP, float nextQ, float[] nextSums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j] + p * a[j] + q * b[j];
            nextSums[j] = nextSums[j] + nextP * a[j] + nextQ * b[j];
        }
    }

    private void addRest(float[][] columns, int from, int to, int query) {
        int x = from;
        for (; x + 4 <= to; x += 4) {
            addFour(columns, x, at(query, x), sums[query]);
        }
        for (; x < to; x++) {
            addOne(columns[x], queries[at(query, x)], sums[query]);
        }
    }

    private void addFour(float[][] columns, int x, int at, float[] sums) {
        float p = queries[at];
        float q = queries[at + 1];
        float r = queries[at + 2];
        float s = queries[at + 3];
        addFour(columns[x], p, columns[x + 1], q, columns[x + 2], r, columns[x + 3], s, sums);
    }

    private static void addFour(
            float[] a, float p, float[] b, float q, float[] c, float r, float[] d, float s, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j] + p * a[j] + q * b[j] + r * c[j] + s * d[j];
        }
    }

    private static void addOne(float[] column, float value, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += value * column[j];
        }
    }
}

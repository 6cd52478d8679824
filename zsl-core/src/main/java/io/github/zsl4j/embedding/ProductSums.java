package io.github.zsl4j.embedding;

/**
 * Sums of products. The inner loops are as large as the JIT compiler (C2) vectorises at its usual LoopUnrollLimit (four
 * dimensions of two queries are too large); they do as much as they can with what they load: three dimensions of two queries, or
 * four of one.
 */
final class ProductSums extends BlockSums {

    ProductSums(float[] queries, int dimension) {
        super(queries, dimension);
    }

    @Override
    void add(float[][] columns, int from, int to, int first, int last) {
        int paired = last - (last - first) % 2;
        int whole = to - (to - from) % 3;
        for (int x = from; x < whole; x += 3) {
            for (int i = first; i < paired; i += 2) {
                addThree(columns[x], columns[x + 1], columns[x + 2], at(i, x), sums[i], sums[i + 1]);
            }
        }
        for (int i = first; i < last; i++) {
            addRest(columns, i < paired ? whole : from, to, i);
        }
    }

    private void addThree(float[] a, float[] b, float[] c, int at, float[] sums, float[] nextSums) {
        float p = queries[at];
        float q = queries[at + 1];
        float r = queries[at + 2];
        int next = at + dimension;
        addThree(a, b, c, p, q, r, sums, queries[next], queries[next + 1], queries[next + 2], nextSums);
    }

    private static void addThree(
            float[] a,
            float[] b,
            float[] c,
            float p,
            float q,
            float r,
            float[] sums,
            float nextP,
            float nextQ,
            float nextR,
            float[] nextSums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j] + p * a[j] + q * b[j] + r * c[j];
            nextSums[j] = nextSums[j] + nextP * a[j] + nextQ * b[j] + nextR * c[j];
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

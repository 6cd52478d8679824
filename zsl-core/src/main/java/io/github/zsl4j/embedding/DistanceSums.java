package io.github.zsl4j.embedding;

/** Sums of squared differences, negative. Two dimensions at once, where {@link ProductSums} has four. */
final class DistanceSums extends BlockSums {

    DistanceSums(float[] queries, int dimension) {
        super(queries, dimension);
    }

    @Override
    void add(float[][] columns, int from, int to, int first, int last) {
        int even = to - (to - from) % 2;
        for (int x = from; x < even; x += 2) {
            for (int i = first; i < last; i++) {
                int at = at(i, x);
                subtractTwo(columns[x], queries[at], columns[x + 1], queries[at + 1], sums[i]);
            }
        }
        if (even < to) {
            for (int i = first; i < last; i++) {
                subtractOne(columns[even], queries[at(i, even)], sums[i]);
            }
        }
    }

    private static void subtractTwo(float[] a, float p, float[] b, float q, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float s = a[j] - p;
            float t = b[j] - q;
            sums[j] = sums[j] - s * s - t * t;
        }
    }

    private static void subtractOne(float[] column, float value, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float difference = column[j] - value;
            sums[j] -= difference * difference;
        }
    }
}

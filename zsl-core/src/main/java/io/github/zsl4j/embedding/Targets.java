package io.github.zsl4j.embedding;

/**
 * Vectors as columns, in blocks [blocks][dimension][width]: the JIT compiler vectorises loops over neighbouring targets.
 * Immutable.
 */
final class Targets {

    private final Similarity similarity;
    private final int dimension;
    private final int count;
    private final float[][][] blocks;

    Targets(Similarity similarity, EmbeddingMatrix vectors) {
        this.similarity = similarity;
        this.dimension = vectors.dimension();
        this.count = vectors.rows();
        this.blocks = new float[(count + BlockSums.WIDTH - 1) / BlockSums.WIDTH][][];
        for (int b = 0; b < blocks.length; b++) {
            int from = first(b);
            float[] rows = similarity
                    .prepare(vectors.slice(from, Math.min(count, from + BlockSums.WIDTH)))
                    .values();
            blocks[b] = columns(rows, rows.length / dimension);
        }
    }

    private float[][] columns(float[] rows, int width) {
        float[][] columns = new float[dimension][width];
        for (int j = 0; j < width; j++) {
            for (int x = 0; x < dimension; x++) {
                columns[x][j] = rows[j * dimension + x];
            }
        }
        return columns;
    }

    int count() {
        return count;
    }

    int blocks() {
        return blocks.length;
    }

    /** The index of a block's first target. */
    int first(int block) {
        return block * BlockSums.WIDTH;
    }

    /** The sums of queries [n][width] for the targets of a block, unfinished. */
    float[][] sums(int block, BlockSums sums) {
        return sums.of(blocks[block]);
    }

    /**
     * Fills in the similarity of every query to every target.
     *
     * @param queries prepared, row-major [n, dimension]
     * @param result [n][count]
     */
    void similarities(float[] queries, double[][] result) {
        BlockSums sums = similarity.sums(queries, dimension);
        for (int block = 0; block < blocks.length; block++) {
            float[][] part = sums(block, sums);
            for (int i = 0; i < result.length; i++) {
                finish(part[i], queries, i * dimension, first(block), result[i]);
            }
        }
    }

    private void finish(float[] sums, float[] queries, int at, int first, double[] row) {
        for (int j = 0; j < sums.length; j++) {
            row[first + j] = finish(sums[j], queries, at, first + j);
        }
    }

    /**
     * The similarity that a sum stands for. A sum in floats that overflows is done again: once infinite or NaN, it stays so and
     * is seen.
     *
     * @param at the query's place in {@code queries}
     */
    double finish(float sum, float[] queries, int at, int target) {
        return Float.isFinite(sum) ? similarity.finish(sum) : inDoubles(queries, at, target);
    }

    private double inDoubles(float[] queries, int at, int target) {
        float[][] columns = blocks[target / BlockSums.WIDTH];
        double sum = 0;
        for (int x = 0; x < dimension; x++) {
            sum += similarity.term(queries[at + x], columns[x][target % BlockSums.WIDTH]);
        }
        return sum;
    }
}

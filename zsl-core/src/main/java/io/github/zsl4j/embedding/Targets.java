package io.github.zsl4j.embedding;

/** Vectors, prepared and packed in blocks by a kernel. Immutable. */
final class Targets {

    private final Similarity similarity;
    private final BlockKernel kernel;
    private final int dimension;
    private final int count;
    private final BlockKernel.Block[] blocks;

    /** The length of the longest vector, as prepared. */
    private final double longest;

    Targets(Similarity similarity, EmbeddingMatrix vectors) {
        this(similarity, vectors, BlockKernel.chosen());
    }

    Targets(Similarity similarity, EmbeddingMatrix vectors, BlockKernel kernel) {
        this.similarity = similarity;
        this.kernel = kernel;
        this.dimension = vectors.dimension();
        this.count = vectors.rows();
        this.blocks = new BlockKernel.Block[(count + BlockSums.WIDTH - 1) / BlockSums.WIDTH];
        double max = 0;
        for (int b = 0; b < blocks.length; b++) {
            int from = first(b);
            float[] rows = similarity
                    .prepare(vectors.slice(from, Math.min(count, from + BlockSums.WIDTH)))
                    .values();
            blocks[b] = kernel.pack(rows, dimension);
            for (int at = 0; at < rows.length; at += dimension) {
                max = Math.max(max, VectorMath.norm(rows, at, dimension));
            }
        }
        this.longest = max;
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

    /** Whether no sum of a query can leave the range of a float: products and squared distances are at most (|q| + |t|)^2. */
    boolean sumsAreFinite(float[] queries, int at) {
        return Math.pow(VectorMath.norm(queries, at, dimension) + longest, 2) < Float.MAX_VALUE / 2;
    }

    int width(int block) {
        return blocks[block].width();
    }

    /** @param queries prepared, row-major [n, dimension] */
    BlockKernel.Sums sums(float[] queries) {
        return similarity.sums(kernel, queries, dimension);
    }

    /** The sums of queries [n][at least width] for the targets of a block, unfinished. */
    float[][] sums(int block, BlockKernel.Sums sums) {
        return sums.of(blocks[block]);
    }

    /**
     * Fills in the similarity of every query to every target.
     *
     * @param queries prepared, row-major [n, dimension]
     * @param result [n][count]
     */
    void similarities(float[] queries, double[][] result) {
        BlockKernel.Sums sums = sums(queries);
        for (int block = 0; block < blocks.length; block++) {
            float[][] part = sums(block, sums);
            for (int i = 0; i < result.length; i++) {
                finish(part[i], queries, i * dimension, block, result[i]);
            }
        }
    }

    private void finish(float[] sums, float[] queries, int at, int block, double[] row) {
        for (int j = 0; j < width(block); j++) {
            int target = first(block) + j;
            row[target] = finish(sums[j], queries, at, target);
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
        BlockKernel.Block block = blocks[target / BlockSums.WIDTH];
        double sum = 0;
        for (int x = 0; x < dimension; x++) {
            sum += similarity.term(queries[at + x], block.value(target % BlockSums.WIDTH, x));
        }
        return sum;
    }
}

package io.github.zsl4j.embedding;

import java.util.Objects;

/**
 * How close two vectors are; higher is always closer. Defined and finite for all vectors: sums are floats, and those few
 * that leave the range of a float (components beyond 1e18) are done again in double precision.
 */
public enum Similarity {
    /** a.b / (|a| |b|), in [-1, 1]; 0 if either is the zero vector. */
    COSINE {
        @Override
        EmbeddingMatrix prepare(EmbeddingMatrix vectors) {
            return vectors.unit();
        }

        @Override
        float finish(float sum) {
            return Math.max(-1f, Math.min(1f, sum));
        }
    },
    /** a.b, unbounded. */
    DOT,
    /** -|a - b|^2, at most 0. */
    NEGATIVE_SQUARED_EUCLIDEAN {
        @Override
        void accumulate(float[] columns, int from, float query, float[] sums) {
            VectorMath.subtractSquares(columns, from, query, sums);
        }

        @Override
        double term(double query, double target) {
            return -(query - target) * (query - target);
        }
    };

    /** What can be done to a set of vectors once, before any comparison. */
    EmbeddingMatrix prepare(EmbeddingMatrix vectors) {
        return vectors;
    }

    /** Adds one dimension's part of the query's similarity to each target. */
    void accumulate(float[] columns, int from, float query, float[] sums) {
        VectorMath.addScaled(columns, from, query, sums);
    }

    /** One dimension's part of a similarity, without rounding to float. */
    double term(double query, double target) {
        return query * target;
    }

    /** Brings a finished sum into the range of the similarity. */
    float finish(float sum) {
        return sum;
    }

    /** @throws IllegalArgumentException if the two are of different spaces */
    public double between(Embedding a, Embedding b) {
        a.space().requireSame(b.space());
        return to(EmbeddingMatrix.wrap(b.space(), b.toArray())).of(EmbeddingMatrix.wrap(a.space(), a.toArray()))[0][0];
    }

    /** Readies {@code targets} for being compared with many queries; the result is immutable and thread-safe. */
    public Comparison to(EmbeddingMatrix targets) {
        return new Comparison(this, Objects.requireNonNull(targets, "targets"));
    }

    /** A set of vectors that queries are compared with. What does not depend on the query has been done. */
    public static final class Comparison {

        private final Similarity similarity;
        private final EmbeddingSpace space;
        private final int count;

        /** The targets as columns, [d, m]: the JIT compiler vectorises a loop over neighbouring targets. */
        private final float[] columns;

        private Comparison(Similarity similarity, EmbeddingMatrix targets) {
            this.similarity = similarity;
            this.space = targets.space();
            float[] rows = similarity.prepare(targets).values();
            int d = targets.dimension();
            int m = targets.rows();
            this.columns = new float[rows.length];
            this.count = m;
            for (int j = 0; j < m; j++) {
                for (int x = 0; x < d; x++) {
                    columns[x * m + j] = rows[j * d + x];
                }
            }
        }

        /**
         * The similarity of every query to every target. A pair's value does not depend on what else is compared.
         *
         * @param queries [n, d] of the targets' space
         * @return [n][m], m the number of targets
         * @throws IllegalArgumentException if the spaces differ
         */
        public double[][] of(EmbeddingMatrix queries) {
            space.requireSame(queries.space());
            float[] q = similarity.prepare(queries).values();
            float[][] sums = sums(q, queries.rows());
            double[][] result = new double[sums.length][];
            for (int i = 0; i < result.length; i++) {
                result[i] = finish(sums[i], q, i * space.dimension());
            }
            return result;
        }

        private float[][] sums(float[] queries, int rows) {
            int d = space.dimension();
            float[][] sums = new float[rows][count];
            for (int i = 0; i < rows; i++) {
                for (int x = 0; x < d; x++) {
                    similarity.accumulate(columns, x * count, queries[i * d + x], sums[i]);
                }
            }
            return sums;
        }

        private double[] finish(float[] sums, float[] queries, int from) {
            double[] row = new double[count];
            for (int j = 0; j < count; j++) {
                row[j] = Float.isFinite(sums[j]) ? similarity.finish(sums[j]) : inDoubles(queries, from, j);
            }
            return row;
        }

        /** For a pair whose sum in floats overflows: once infinite or NaN, a sum stays so and is seen. */
        private double inDoubles(float[] queries, int from, int target) {
            double sum = 0;
            for (int x = 0; x < space.dimension(); x++) {
                sum += similarity.term(queries[from + x], columns[x * count + target]);
            }
            return sum;
        }
    }
}

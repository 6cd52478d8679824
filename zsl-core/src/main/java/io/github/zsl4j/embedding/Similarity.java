package io.github.zsl4j.embedding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
        BlockKernel.Sums sums(BlockKernel kernel, float[] queries, int dimension) {
            return kernel.negativeSquaredDistances(queries, dimension);
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

    /** Sums in floats of prepared queries, row-major [n, dimension]. */
    BlockKernel.Sums sums(BlockKernel kernel, float[] queries, int dimension) {
        return kernel.products(queries, dimension);
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

    /**
     * A target and its similarity to a query.
     *
     * @param target its index among the targets
     * @param similarity to the query
     */
    public record Neighbour(int target, double similarity) {}

    /** A set of vectors that queries are compared with. What does not depend on the query has been done. */
    public static final class Comparison {

        private final Similarity similarity;
        private final EmbeddingSpace space;
        private final Targets targets;

        private Comparison(Similarity similarity, EmbeddingMatrix targets) {
            this.similarity = similarity;
            this.space = targets.space();
            this.targets = new Targets(similarity, targets);
        }

        /**
         * The similarity of every query to every target. A pair's value does not depend on what else is compared.
         *
         * @param queries [n, d] of the targets' space
         * @return [n][m], m the number of targets
         * @throws IllegalArgumentException if the spaces differ
         */
        public double[][] of(EmbeddingMatrix queries) {
            EmbeddingMatrix prepared = prepare(queries);
            double[][] result = new double[queries.rows()][targets.count()];
            for (int from = 0; from < result.length; from += NearestSearch.GROUP) {
                int to = Math.min(result.length, from + NearestSearch.GROUP);
                targets.similarities(prepared.slice(from, to).values(), Arrays.copyOfRange(result, from, to));
            }
            return result;
        }

        /**
         * The targets that are closest to each query, the closest first, of equal ones the first of the targets first. Runs in
         * parallel where that is worthwhile: in the caller's ForkJoinPool if it is in one, else in the common one. The
         * result does not depend on how many threads there are, nor a query's on the other queries.
         *
         * @param queries [n, d] of the targets' space
         * @param k how many, at least 1; all if there are fewer
         * @param accepted the indices of the targets that may be found, or null for all
         * @return n lists
         * @throws IllegalArgumentException if the spaces differ or k is not positive
         */
        public List<List<Neighbour>> nearest(EmbeddingMatrix queries, int k, BitSet accepted) {
            if (k < 1) {
                throw new IllegalArgumentException("k must be at least 1, not " + k);
            }
            return new NearestSearch(targets, k, accepted).of(prepare(queries));
        }

        private EmbeddingMatrix prepare(EmbeddingMatrix queries) {
            space.requireSame(queries.space());
            return similarity.prepare(queries);
        }
    }
}

package io.github.zsl4j.embedding;

/** How close two vectors are; higher is always closer. */
public enum Similarity {
    /** a.b / (|a| |b|), in [-1, 1]; 0 if either is the zero vector. */
    COSINE {
        @Override
        EmbeddingMatrix prepare(EmbeddingMatrix vectors) {
            return vectors.unit();
        }

        @Override
        float compare(float[] a, int aFrom, float[] b, int bFrom, int length) {
            return Math.max(-1f, Math.min(1f, VectorMath.dot(a, aFrom, b, bFrom, length)));
        }
    },
    /** a.b, unbounded. */
    DOT {
        @Override
        float compare(float[] a, int aFrom, float[] b, int bFrom, int length) {
            return VectorMath.dot(a, aFrom, b, bFrom, length);
        }
    },
    /** -|a - b|^2, at most 0. */
    NEGATIVE_SQUARED_EUCLIDEAN {
        @Override
        float compare(float[] a, int aFrom, float[] b, int bFrom, int length) {
            return -VectorMath.squaredDistance(a, aFrom, b, bFrom, length);
        }
    };

    /** What can be done to a set of vectors once, before any comparison. */
    EmbeddingMatrix prepare(EmbeddingMatrix vectors) {
        return vectors;
    }

    /** Compares two prepared vectors. */
    abstract float compare(float[] a, int aFrom, float[] b, int bFrom, int length);

    /** @throws IllegalArgumentException if the two are of different spaces */
    public double between(Embedding a, Embedding b) {
        a.space().requireSame(b.space());
        EmbeddingMatrix x = prepare(EmbeddingMatrix.wrap(a.space(), a.toArray()));
        EmbeddingMatrix y = prepare(EmbeddingMatrix.wrap(b.space(), b.toArray()));
        return compare(x.values(), 0, y.values(), 0, x.dimension());
    }

    /** Readies {@code targets} for being compared with many queries; the result is immutable and thread-safe. */
    public Comparison to(EmbeddingMatrix targets) {
        return new Comparison(this, prepare(targets));
    }

    /** A set of vectors that queries are compared with. What does not depend on the query has been done. */
    public static final class Comparison {

        private final Similarity similarity;
        private final EmbeddingMatrix targets;

        private Comparison(Similarity similarity, EmbeddingMatrix targets) {
            this.similarity = similarity;
            this.targets = targets;
        }

        /**
         * The similarity of every query to every target.
         *
         * @param queries [n, d] of the targets' space
         * @return [n][m], m the number of targets
         * @throws IllegalArgumentException if the spaces differ
         */
        public float[][] of(EmbeddingMatrix queries) {
            targets.space().requireSame(queries.space());
            float[] q = similarity.prepare(queries).values();
            float[] t = targets.values();
            int d = targets.dimension();
            float[][] result = new float[queries.rows()][targets.rows()];
            for (int i = 0; i < result.length; i++) {
                for (int j = 0; j < result[i].length; j++) {
                    result[i][j] = similarity.compare(q, i * d, t, j * d, d);
                }
            }
            return result;
        }
    }
}

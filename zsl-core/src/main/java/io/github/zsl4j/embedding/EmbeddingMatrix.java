package io.github.zsl4j.embedding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Many vectors of one space: row-major floats [n, d], all finite. Immutable and thread-safe.
 *
 * <p>n * d is at most {@link Integer#MAX_VALUE}; larger sets are worked on in blocks.
 */
public final class EmbeddingMatrix {

    private final EmbeddingSpace space;
    private final int rows;
    private final float[] values;

    private EmbeddingMatrix(EmbeddingSpace space, float[] values) {
        this.space = Objects.requireNonNull(space, "space");
        if (values.length % space.dimension() != 0) {
            throw new IllegalArgumentException(values.length + " values are not whole rows of " + space);
        }
        VectorMath.requireFinite(values, "embeddings of " + space.name());
        this.values = values;
        this.rows = values.length / space.dimension();
    }

    /**
     * @param values row-major [n, d]; copied
     * @throws IllegalArgumentException if the values are not whole rows or one is not finite
     */
    public static EmbeddingMatrix of(EmbeddingSpace space, float[] values) {
        return new EmbeddingMatrix(space, values.clone());
    }

    /**
     * As {@link #of(EmbeddingSpace, float[])} but without the copy: the caller gives the array away and must not touch
     * it again.
     */
    public static EmbeddingMatrix wrap(EmbeddingSpace space, float[] values) {
        return new EmbeddingMatrix(space, values);
    }

    /** @throws IllegalArgumentException if an embedding is of another space */
    public static EmbeddingMatrix of(EmbeddingSpace space, List<Embedding> embeddings) {
        int d = space.dimension();
        float[] values = new float[Math.multiplyExact(embeddings.size(), d)];
        for (int i = 0; i < embeddings.size(); i++) {
            space.requireSame(embeddings.get(i).space());
            System.arraycopy(embeddings.get(i).toArray(), 0, values, i * d, d);
        }
        return new EmbeddingMatrix(space, values);
    }

    public EmbeddingSpace space() {
        return space;
    }

    /** The number of vectors, n. */
    public int rows() {
        return rows;
    }

    /** The number of components of each, d. */
    public int dimension() {
        return space.dimension();
    }

    /** @param index from 0 to rows - 1 */
    public Embedding row(int index) {
        float[] row = new float[dimension()];
        copyRow(index, row, 0);
        return Embedding.of(space, row);
    }

    /** Copies row {@code index} to {@code target}, from {@code offset} on. */
    public void copyRow(int index, float[] target, int offset) {
        Objects.checkIndex(index, rows);
        System.arraycopy(values, index * dimension(), target, offset, dimension());
    }

    /** A copy of all values, row-major. */
    public float[] toArray() {
        return values.clone();
    }

    /** The rows scaled to length 1; zero rows stay zero. */
    public EmbeddingMatrix unit() {
        float[] copy = values.clone();
        for (int i = 0; i < rows; i++) {
            VectorMath.normalise(copy, i * dimension(), dimension());
        }
        return new EmbeddingMatrix(space, copy);
    }

    /** The mean of the rows [d]; zeros if there is none. */
    public double[] mean() {
        double[] mean = new double[dimension()];
        for (int i = 0; i < values.length; i++) {
            mean[i % mean.length] += values[i];
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= Math.max(1, rows);
        }
        return mean;
    }

    /** These rows followed by the rows of {@code other}. */
    public EmbeddingMatrix concat(EmbeddingMatrix other) {
        space.requireSame(other.space);
        float[] both = Arrays.copyOf(values, Math.addExact(values.length, other.values.length));
        System.arraycopy(other.values, 0, both, values.length, other.values.length);
        return new EmbeddingMatrix(space, both);
    }

    /** The rows at the given indices, in that order. */
    public EmbeddingMatrix select(int... indices) {
        float[] chosen = new float[Math.multiplyExact(indices.length, dimension())];
        for (int i = 0; i < indices.length; i++) {
            copyRow(indices[i], chosen, i * dimension());
        }
        return new EmbeddingMatrix(space, chosen);
    }

    /** The rows from {@code from} to {@code to - 1}. */
    EmbeddingMatrix slice(int from, int to) {
        if (from == 0 && to == rows) {
            return this;
        }
        return new EmbeddingMatrix(space, Arrays.copyOfRange(values, from * dimension(), to * dimension()));
    }

    /** The values themselves, for this package's arithmetic; never written to. */
    float[] values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddingMatrix that && space.equals(that.space) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * space.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " embeddings of " + space;
    }
}

package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;

/** The frame of alignments that map each vector by itself, in double precision. */
abstract class RowMap implements Alignment {

    private final EmbeddingSpace source;
    private final EmbeddingSpace target;

    RowMap(EmbeddingSpace source, EmbeddingSpace target) {
        this.source = source;
        this.target = target;
    }

    /**
     * @param row [d], may be written to
     * @return [e]
     */
    abstract double[] map(double[] row);

    @Override
    public final EmbeddingSpace source() {
        return source;
    }

    @Override
    public final EmbeddingSpace target() {
        return target;
    }

    @Override
    public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
        source.requireSame(vectors.space());
        int e = target.dimension();
        float[] results = new float[Math.multiplyExact(vectors.rows(), e)];
        float[] row = new float[source.dimension()];
        for (int i = 0; i < vectors.rows(); i++) {
            vectors.copyRow(i, row, 0);
            double[] mapped = map(Numbers.toDoubles(row));
            for (int j = 0; j < e; j++) {
                results[i * e + j] = (float) mapped[j];
            }
        }
        return EmbeddingMatrix.wrap(target, results);
    }
}

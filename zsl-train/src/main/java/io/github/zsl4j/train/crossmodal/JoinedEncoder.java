package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.util.List;
import java.util.Objects;

/**
 * Two encoders side by side: the vector of the first, then that of the second, each scaled to length 1. For a residual head,
 * the first is what the common space is made of, and the second what more is known. As thread-safe as both.
 *
 * @param first stays the caller's to close
 * @param second stays the caller's to close
 */
public record JoinedEncoder<T>(Encoder<T> first, Encoder<T> second) implements Encoder<T> {

    public JoinedEncoder {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    @Override
    public EmbeddingSpace space() {
        EmbeddingSpace a = first.space();
        EmbeddingSpace b = second.space();
        return new EmbeddingSpace(
                a.name() + " and " + b.name(), a.dimension() + b.dimension(), a.identity() + " " + b.identity());
    }

    @Override
    public EmbeddingMatrix encodeAll(List<? extends T> items) {
        EmbeddingMatrix a = first.encodeAll(items).unit();
        EmbeddingMatrix b = second.encodeAll(items).unit();
        int width = a.dimension() + b.dimension();
        float[] values = new float[Math.multiplyExact(items.size(), width)];
        for (int i = 0; i < items.size(); i++) {
            a.copyRow(i, values, i * width);
            b.copyRow(i, values, i * width + a.dimension());
        }
        return EmbeddingMatrix.wrap(space(), values);
    }

    /** Closes nothing; the encoders are the caller's. */
    @Override
    public void close() {}
}

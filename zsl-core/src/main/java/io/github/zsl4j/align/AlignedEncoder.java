package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.util.List;
import java.util.Objects;

/**
 * An encoder whose vectors are mapped to another space. As thread-safe as the encoder within, which is closed with it.
 *
 * @param encoder makes vectors of the alignment's source
 * @param alignment maps them to its target, the space of this encoder
 */
public record AlignedEncoder<T>(Encoder<T> encoder, Alignment alignment) implements Encoder<T> {

    /** @throws IllegalArgumentException if the encoder's space is not the alignment's source */
    public AlignedEncoder {
        Objects.requireNonNull(encoder, "encoder");
        if (!encoder.space().equals(alignment.source())) {
            throw new IllegalArgumentException(
                    "The alignment maps from " + alignment.source() + ", but the encoder's vectors are of "
                            + encoder.space() + "; use the encoder that it was fitted for");
        }
    }

    @Override
    public EmbeddingSpace space() {
        return alignment.target();
    }

    @Override
    public EmbeddingMatrix encodeAll(List<? extends T> items) {
        return alignment.apply(encoder.encodeAll(items));
    }

    @Override
    public void close() {
        encoder.close();
    }
}

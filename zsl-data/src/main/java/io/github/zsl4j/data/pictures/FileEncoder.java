package io.github.zsl4j.data.pictures;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * An encoder of files, made of one of decoded pictures and what decodes a file. As thread-safe as both.
 *
 * @param encoder stays the caller's to close
 * @param decode gives the picture in a file, or throws a {@link io.github.zsl4j.error.ZslException} that names the file
 */
public record FileEncoder<T>(Encoder<T> encoder, Function<Path, T> decode) implements Encoder<Path> {

    public FileEncoder {
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(decode, "decode");
    }

    @Override
    public EmbeddingSpace space() {
        return encoder.space();
    }

    @Override
    public EmbeddingMatrix encodeAll(List<? extends Path> files) {
        return encoder.encodeAll(files.stream().map(decode).toList());
    }

    /** Closes nothing; the encoder is the caller's. */
    @Override
    public void close() {}
}

package io.github.zsl4j.data.pictures;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.error.ZslException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Encodes files that hold a number x as (x, 1), and counts them. */
final class CountingEncoder implements Encoder<Path> {

    private final EmbeddingSpace space;
    int encoded;

    CountingEncoder(String name) {
        this.space = EmbeddingSpace.of(name, 2);
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public EmbeddingMatrix encodeAll(List<? extends Path> files) {
        float[] values = new float[files.size() * 2];
        for (int i = 0; i < files.size(); i++) {
            try {
                values[2 * i] = Float.parseFloat(Files.readString(files.get(i)));
            } catch (NumberFormatException | IOException e) {
                throw new ZslException(files.get(i) + ": no number", e);
            }
            values[2 * i + 1] = 1;
        }
        encoded += files.size();
        return EmbeddingMatrix.wrap(space, values);
    }

    @Override
    public void close() {
        throw new IllegalStateException("The caller's to close");
    }
}

package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.retrieve.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** What the tests of this package put into indexes. */
final class Indexes {

    static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    static final Embedding EAST = Embedding.of(PLANE, 1, 0);
    static final Embedding NORTH = Embedding.of(PLANE, 0, 3);

    private Indexes() {}

    static Item<String> item(String key, Embedding vector, String field, String value) {
        return new Item<>(key, vector, Map.of(field, value));
    }

    /** A vector that depends on its seed alone. */
    static Embedding random(EmbeddingSpace space, long seed) {
        Random random = new Random(seed);
        float[] values = new float[space.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(space, values);
    }

    /** A folder in the temporary folder that is there already. */
    static Path folder(Path parent) {
        try {
            return Files.createTempDirectory(parent, "index");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

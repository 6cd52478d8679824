package io.github.zsl4j.data.pictures;

import io.github.zsl4j.data.pictures.LabelledPictures.Broken;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.error.ZslException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Files that were encoded, in batches; one that cannot be costs only itself.
 *
 * @param space of the vectors
 * @param vectors of the files that could be encoded
 */
record EncodedFiles(EmbeddingSpace space, Map<Path, float[]> vectors) {

    private static final int BATCH = 64;

    static EncodedFiles of(List<Path> files, Encoder<Path> encoder, Consumer<Broken> broken) {
        Map<Path, float[]> vectors = new HashMap<>();
        for (int from = 0; from < files.size(); from += BATCH) {
            List<Path> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            try {
                add(batch, encoder.encodeAll(batch), vectors);
            } catch (ZslException e) {
                batch.forEach(file -> single(file, encoder, vectors, broken));
            }
        }
        return new EncodedFiles(encoder.space(), vectors);
    }

    private static void single(Path file, Encoder<Path> encoder, Map<Path, float[]> vectors, Consumer<Broken> broken) {
        try {
            add(List.of(file), encoder.encodeAll(List.of(file)), vectors);
        } catch (ZslException e) {
            broken.accept(new Broken(file, e.getMessage()));
        }
    }

    private static void add(List<Path> files, EmbeddingMatrix encoded, Map<Path, float[]> vectors) {
        for (int i = 0; i < files.size(); i++) {
            vectors.put(files.get(i), encoded.row(i).toArray());
        }
    }
}

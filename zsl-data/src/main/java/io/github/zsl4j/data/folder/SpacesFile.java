package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.json.JsonFields;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code spaces.json}: which encoders made the features and the semantics of a folder. */
final class SpacesFile {

    private final Path file;
    private final Optional<JsonFields> fields;

    SpacesFile(Path folder) {
        this.file = folder.resolve("spaces.json");
        this.fields = Files.exists(file) ? Optional.of(JsonFields.read(file)) : Optional.empty();
    }

    /**
     * Vectors of the space that the file tells.
     *
     * @param what {@code features} or {@code semantics}
     * @param values row-major, given away
     * @param from the file that they were read from
     */
    EmbeddingMatrix matrix(String what, int dimension, float[] values, Path from) {
        EmbeddingSpace space = Blame.on(from, () -> EmbeddingSpace.of(what, dimension));
        EmbeddingSpace told = fields.filter(f -> f.has(what))
                .map(f -> space(f.child(what), dimension))
                .orElse(space);
        return Blame.on(from, () -> EmbeddingMatrix.wrap(told, values));
    }

    private EmbeddingSpace space(JsonFields told, int dimension) {
        String name = told.text("name");
        if (told.has("dimension") && told.integer("dimension") != dimension) {
            throw told.wrong("dimension", "the " + dimension + " of the vectors in this folder");
        }
        return new EmbeddingSpace(name, dimension, told.has("identity") ? told.text("identity") : name);
    }
}

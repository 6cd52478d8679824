package io.github.zsl4j.data.folder;

import com.google.gson.Gson;
import io.github.zsl4j.data.npy.Npy;
import io.github.zsl4j.data.npy.NpyArray;
import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes what {@link NumpyLayout} reads. */
final class NumpyWriter {

    private NumpyWriter() {}

    static void write(Path folder, ZeroShotData data) throws IOException {
        Files.createDirectories(folder);
        int[] labels =
                IntStream.range(0, data.features().rows()).map(data::label).toArray();
        Npy.write(folder.resolve("labels.npy"), NpyArray.of(labels, labels.length));
        Npy.write(folder.resolve("semantics.npy"), matrix(data.semantics()));
        Files.write(folder.resolve("classes.txt"), data.classes());
        Files.writeString(folder.resolve("splits.json"), json(splits(data)));
        Files.writeString(
                folder.resolve("spaces.json"),
                json(Map.of(
                        "features", space(data.features().space()),
                        "semantics", space(data.semantics().space()))));
        Npy.write(folder.resolve("features.npy"), matrix(data.features()));
    }

    private static NpyArray matrix(EmbeddingMatrix vectors) {
        return NpyArray.of(vectors.toArray(), vectors.rows(), vectors.dimension());
    }

    private static Map<String, Object> splits(ZeroShotData data) {
        Splits splits = data.splits();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("trainval", splits.trainval());
        fields.put("testSeen", splits.testSeen());
        fields.put("testUnseen", splits.testUnseen());
        fields.put("validationClasses", List.copyOf(splits.validationClasses()));
        return fields;
    }

    private static Map<String, Object> space(EmbeddingSpace space) {
        return Map.of("name", space.name(), "dimension", space.dimension(), "identity", space.identity());
    }

    private static String json(Map<String, ?> fields) {
        return new Gson().toJson(fields) + "\n";
    }
}

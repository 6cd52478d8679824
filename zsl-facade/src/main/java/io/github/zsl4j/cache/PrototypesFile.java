package io.github.zsl4j.cache;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.engine.AtomicFile;
import io.github.zsl4j.engine.Safetensors;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prototypes in a safetensors file: the vectors, and for each class its components as rows and weights. The metadata hold
 * the key that the file was made for, the labels, and a checksum over everything else.
 */
record PrototypesFile(Path file, ClassKey key) {

    private static final Logger LOG = LoggerFactory.getLogger(PrototypesFile.class);
    private static final String VECTORS = "vectors";
    private static final String COUNTS = "counts";
    private static final String ROWS = "rows";

    /** Log weights as the bits of doubles, which the format's 32-bit floats would round. */
    private static final String WEIGHTS = "log_weight_bits";

    static PrototypesFile in(Path folder, ClassKey key) {
        return new PrototypesFile(folder.resolve(key.digest().substring(0, 32) + ".safetensors"), key);
    }

    /** Empty if there is no such file, or it is not what it should be. */
    Optional<Prototypes> read(EmbeddingSpace space) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Safetensors.readAll(file), space));
        } catch (ZslException | IllegalArgumentException | IndexOutOfBoundsException | JsonParseException e) {
            LOG.warn("{}: damaged or of something else, made anew ({})", file, e.getMessage());
            return Optional.empty();
        }
    }

    private Prototypes parse(Safetensors.Contents contents, EmbeddingSpace space) {
        Map<String, String> metadata = contents.metadata();
        Map<String, Tensor> tensors = contents.tensors();
        if (!key.digest().equals(metadata.get("key"))) {
            throw new IllegalArgumentException("made for another key");
        }
        if (!Checksum.of(metadata.get("labels"), tensors).equals(metadata.get("checksum"))) {
            throw new IllegalArgumentException("its checksum is wrong");
        }
        String[] labels = new Gson().fromJson(metadata.get("labels"), String[].class);
        EmbeddingMatrix vectors =
                EmbeddingMatrix.wrap(space, tensors.get(VECTORS).floats());
        return Prototypes.of(List.of(labels), vectors, components(tensors));
    }

    private static List<List<Component>> components(Map<String, Tensor> tensors) {
        long[] rows = tensors.get(ROWS).longs();
        long[] weights = tensors.get(WEIGHTS).longs();
        List<List<Component>> components = new ArrayList<>();
        int next = 0;
        for (long count : tensors.get(COUNTS).longs()) {
            List<Component> own = new ArrayList<>();
            for (int k = 0; k < count; k++, next++) {
                own.add(new Component(Math.toIntExact(rows[next]), Double.longBitsToDouble(weights[next])));
            }
            components.add(own);
        }
        return components;
    }

    /** Written aside and moved into place, so that no reader ever sees half of it. */
    void write(Prototypes prototypes) {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, out -> write(out, prototypes));
        } catch (IOException e) {
            LOG.warn("{}: the prototypes cannot be kept ({})", file, e.toString());
        }
    }

    private void write(OutputStream out, Prototypes prototypes) throws IOException {
        String labels = new Gson().toJson(prototypes.labels());
        Map<String, Tensor> tensors = tensors(prototypes);
        Safetensors.write(
                out, tensors, Map.of("key", key.digest(), "labels", labels, "checksum", Checksum.of(labels, tensors)));
    }

    private static Map<String, Tensor> tensors(Prototypes prototypes) {
        int c = prototypes.labels().size();
        long[] counts = new long[c];
        List<Component> all = new ArrayList<>();
        for (int i = 0; i < c; i++) {
            counts[i] = prototypes.components(i).size();
            all.addAll(prototypes.components(i));
        }
        long[] rows = all.stream().mapToLong(Component::row).toArray();
        long[] weights = all.stream()
                .mapToLong(k -> Double.doubleToRawLongBits(k.logWeight()))
                .toArray();
        EmbeddingMatrix vectors = prototypes.vectors();
        return Map.of(
                VECTORS,
                Tensor.of(vectors.toArray(), vectors.rows(), vectors.dimension()),
                COUNTS,
                Tensor.of(counts, c),
                ROWS,
                Tensor.of(rows, rows.length),
                WEIGHTS,
                Tensor.of(weights, weights.length));
    }
}

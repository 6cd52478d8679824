package io.github.zsl4j.data.trained;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.data.json.JsonFields;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a model from what {@link DescriptionWriter} described. */
final class DescriptionReader {

    private final ArraySource arrays;

    DescriptionReader(ArraySource arrays) {
        this.arrays = arrays;
    }

    TrainedModel read(JsonFields fields) {
        SemanticAlignment alignment = alignment(fields);
        return new TrainedModel(
                alignment,
                provenance(fields),
                optional(fields, "classes").map(table -> classes(table, alignment.semanticSpace())),
                optional(fields, "calibration").map(c -> new ScoreCalibration(c.number("scale"), c.number("gamma"))));
    }

    private static Optional<JsonFields> optional(JsonFields fields, String key) {
        return fields.has(key) ? Optional.of(fields.child(key)) : Optional.empty();
    }

    static Provenance provenance(JsonFields fields) {
        Map<String, Object> options = fields.child("options").toMap();
        Optional<DataFingerprint> data = optional(fields, "data")
                .map(d -> new DataFingerprint(d.text("features"), d.text("labels"), d.text("semantics")));
        return new Provenance(fields.text("method"), options, data, fields.text("library"));
    }

    private SemanticAlignment alignment(JsonFields fields) {
        PartReader parts = new PartReader(arrays);
        List<Alignment> semantics =
                fields.children("semantics").stream().map(parts::read).toList();
        return new SemanticAlignment(
                parts.read(fields.child("features")),
                semantics,
                PartReader.constant(fields, "similarity", Similarity.values()));
    }

    private ClassTable classes(JsonFields table, EmbeddingSpace space) {
        List<String> names = table.texts("names");
        float[] semantics = arrays.get(table.text("semantics"), names.size(), space.dimension());
        return new ClassTable(names, EmbeddingMatrix.wrap(space, semantics), new LinkedHashSet<>(table.texts("seen")));
    }
}

package io.github.zsl4j.data.trained;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.dataset.ClassTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of {@code alignment.json}; {@link DescriptionReader} is its inverse. */
final class DescriptionWriter {

    private final ArrayStore arrays;

    DescriptionWriter(ArrayStore arrays) {
        this.arrays = arrays;
    }

    Map<String, Object> describe(TrainedModel model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", AlignmentFile.FORMAT);
        fields.put("version", AlignmentFile.VERSION);
        provenance(model.provenance(), fields);
        alignment(model.alignment(), fields);
        model.classes().ifPresent(table -> fields.put("classes", classes(table)));
        model.calibration().ifPresent(reading -> fields.put("calibration", calibration(reading)));
        fields.put("arrays", arrays.index());
        return fields;
    }

    static void provenance(Provenance provenance, Map<String, Object> fields) {
        fields.put("library", provenance.library());
        fields.put("method", provenance.method());
        fields.put("options", provenance.options());
        provenance.seed().ifPresent(seed -> fields.put("seed", seed));
        provenance.data().ifPresent(data -> {
            Map<String, Object> digests = new LinkedHashMap<>();
            digests.put("features", data.features());
            digests.put("labels", data.labels());
            digests.put("semantics", data.semantics());
            fields.put("data", digests);
        });
    }

    private void alignment(SemanticAlignment alignment, Map<String, Object> fields) {
        PartWriter parts = new PartWriter(arrays);
        fields.put("similarity", alignment.similarity().name());
        fields.put("features", parts.describe(alignment.features()));
        fields.put(
                "semantics", alignment.semantics().stream().map(parts::describe).toList());
    }

    private static Map<String, Object> calibration(ScoreCalibration reading) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("scale", reading.scale());
        fields.put("gamma", reading.constant());
        return fields;
    }

    private Map<String, Object> classes(ClassTable table) {
        int c = table.names().size();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("names", table.names());
        fields.put("seen", List.copyOf(table.seen()));
        fields.put(
                "semantics",
                arrays.add(table.semantics().toArray(), c, table.semantics().dimension()));
        return fields;
    }
}

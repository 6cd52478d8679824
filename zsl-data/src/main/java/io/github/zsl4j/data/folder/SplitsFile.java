package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.json.JsonFields;
import io.github.zsl4j.dataset.Splits;
import java.nio.file.Path;
import java.util.List;

/** {@code splits.json}. */
final class SplitsFile {

    private SplitsFile() {}

    static Splits read(Path file) {
        JsonFields fields = JsonFields.read(file);
        return new Splits(
                fields.integers("trainval"),
                fields.integers("testSeen"),
                fields.integers("testUnseen"),
                fields.has("validationClasses") ? fields.texts("validationClasses") : List.of());
    }
}

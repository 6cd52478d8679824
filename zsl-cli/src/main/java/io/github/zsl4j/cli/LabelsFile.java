package io.github.zsl4j.cli;

import io.github.zsl4j.prototype.ClassDescription;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Labels in a file: one a line, with descriptions after tabs. */
final class LabelsFile {

    private LabelsFile() {}

    /** @throws UsageException if the file cannot be read or is not UTF-8 */
    static List<ClassDescription> read(Path file) {
        return TextFile.lines(file, "label").stream()
                .map(line -> describe(file, line))
                .toList();
    }

    private static ClassDescription describe(Path file, String line) {
        List<String> fields = Arrays.stream(line.split("\t")).map(String::strip).toList();
        if (fields.get(0).isEmpty()) {
            throw new UsageException(file + ": a line starts with a tab; a label comes first, descriptions after it");
        }
        List<String> texts = fields.stream().skip(1).filter(t -> !t.isEmpty()).toList();
        return new ClassDescription(fields.get(0), texts);
    }
}

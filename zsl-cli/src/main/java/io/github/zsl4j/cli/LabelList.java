package io.github.zsl4j.cli;

import io.github.zsl4j.prototype.ClassDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Labels in one argument, separated by commas. */
final class LabelList {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setEscape('\\')
            .get();

    private LabelList() {}

    /**
     * The labels of a list such as {@code cat, "cup, with saucer", dog}. Empty places are skipped.
     *
     * @throws UsageException if a quote is not closed
     */
    static List<ClassDescription> parse(String labels) {
        if (labels.indexOf('"') < 0 && labels.indexOf('\\') < 0) {
            return describe(List.of(labels.split("[,\r\n]")));
        }
        try (CSVParser parser = CSVParser.parse(labels, FORMAT)) {
            return describe(parser.stream().flatMap(record -> record.stream()).toList());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new UsageException("--labels: a quote is not closed, or not followed by a comma", e);
        }
    }

    private static List<ClassDescription> describe(List<String> labels) {
        return labels.stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .map(ClassDescription::of)
                .toList();
    }
}

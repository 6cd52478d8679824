package io.github.zsl4j.cli;

import io.github.zsl4j.prototype.ClassDescription;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How classes are given on the command line: in one argument or in a file. */
final class LabelOptions {

    @Option(
            names = "--labels",
            paramLabel = "A,B,C",
            description = "The classes, separated by commas; \"quote\" a label that has a comma in it."
                    + " label#sense chooses a meaning, as in crane#bird.")
    private String labels;

    @Option(
            names = "--labels-file",
            paramLabel = "FILE",
            description = "The classes, one a line (UTF-8); descriptions may follow a label, after a tab each.")
    private Path file;

    boolean areGiven() {
        return file != null || labels != null;
    }

    /** @throws UsageException if there is no label, one is given twice, or the file cannot be read */
    List<ClassDescription> read() {
        if (file == null && labels == null) {
            throw new UsageException("Labels are missing: --labels \"cat,dog\" or --labels-file FILE");
        }
        if (file != null && labels != null) {
            throw new UsageException("--labels and --labels-file exclude each other");
        }
        List<ClassDescription> classes = file == null ? LabelList.parse(labels) : LabelsFile.read(file);
        if (classes.isEmpty()) {
            String where = file == null ? "--labels is" : file + " has no label, it is";
            throw new UsageException(where + " empty; name at least one class");
        }
        requireDistinct(classes);
        return classes;
    }

    private static void requireDistinct(List<ClassDescription> classes) {
        try {
            ClassDescription.requireDistinct(classes);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}

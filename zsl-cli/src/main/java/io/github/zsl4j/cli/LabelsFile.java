package io.github.zsl4j.cli;

import io.github.zsl4j.prototype.ClassDescription;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Labels in a file: one a line, with descriptions after tabs. */
final class LabelsFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LabelsFile() {}

    /** @throws UsageException if the file cannot be read or is not UTF-8 */
    static List<ClassDescription> read(Path file) {
        String text = text(file);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .filter(line -> !line.isBlank())
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

    private static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + ": is a folder; name a text file with one label a line");
        }
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException(file + ": there is no such file of labels", e);
        } catch (AccessDeniedException e) {
            throw new UsageException(file + ": no permission to read this file of labels", e);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + ": is not text in UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}

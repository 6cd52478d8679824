package io.github.zsl4j.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A text file that a user names, with one thing a line. */
final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * The lines that are not blank.
     *
     * @param thing what a line holds, in the singular
     * @throws UsageException if the file cannot be read or is not UTF-8
     */
    static List<String> lines(Path file, String thing) {
        String text = text(file, thing);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String text(Path file, String thing) {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + ": is a folder; name a text file with one " + thing + " a line");
        }
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException(file + ": there is no such file of " + thing + "s", e);
        } catch (AccessDeniedException e) {
            throw new UsageException(file + ": no permission to read this file of " + thing + "s", e);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + ": is not text in UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}

package io.github.zsl4j.data.trained;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.json.JsonFields;
import io.github.zsl4j.data.npy.NpzReader;
import io.github.zsl4j.data.npy.NpzWriter;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * An {@code .npz} archive of arrays with an entry that tells in JSON what they are.
 *
 * @param what the file is called in messages, such as {@code alignment file}
 * @param description the name of the JSON entry
 * @param format what its field {@code format} says
 * @param version what its field {@code version} says, and the highest that is read
 */
record DescribedArchive(String what, String description, String format, int version) {

    private static final int MAX_DESCRIPTION = 64 << 20;

    /** Writes a file beside {@code file} and moves it there when it is whole. */
    void write(Path file, Map<String, Object> fields, ArrayStore arrays) {
        Path unfinished = file.resolveSibling(
                "." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".unfinished");
        try {
            write(unfinished, JsonFields.write(fields), arrays);
            move(unfinished, file);
        } catch (IOException e) {
            delete(unfinished, e);
            throw new ModelException(file + ": the " + what + " cannot be written (" + e + ")", e);
        }
    }

    private void write(Path file, String text, ArrayStore arrays) throws IOException {
        try (NpzWriter npz = NpzWriter.create(file, false)) {
            npz.bytes(description, text.getBytes(StandardCharsets.UTF_8));
            arrays.writeTo(npz);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path file, IOException failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** @param content makes what the file holds from its description and arrays */
    <T> T read(Path file, BiFunction<JsonFields, ArraySource, T> content) {
        try (NpzReader npz = NpzReader.open(file)) {
            String text = new String(npz.bytes(description, MAX_DESCRIPTION), StandardCharsets.UTF_8);
            JsonFields fields = JsonFields.parse(description, text);
            requireVersion(file, fields);
            return content.apply(fields, new ArraySource(npz, fields.child("arrays")));
        } catch (DataException | IllegalArgumentException | ArithmeticException e) {
            throw new ModelException(
                    file + ": the " + what + " cannot be used: " + reason(file, e)
                            + "; copy it again from where it was made, or train again",
                    e);
        }
    }

    private void requireVersion(Path file, JsonFields fields) {
        if (!fields.text("format").equals(format)) {
            throw fields.wrong("format", "\"" + format + "\"");
        }
        if (fields.integer("version") > version) {
            throw new ModelException(file + ": the " + what + " is of version " + fields.integer("version")
                    + ", written by zsl4j " + fields.text("library") + "; this library reads version " + version
                    + ". Use a newer zsl4j, or train again with this one");
        }
        if (fields.integer("version") < 1) {
            throw fields.wrong("version", "a version from 1 on");
        }
    }

    private static String reason(Path file, RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        String prefix = file.toString();
        return message.startsWith(prefix) ? message.substring(prefix.length()).replaceFirst("^:? ", "") : message;
    }
}

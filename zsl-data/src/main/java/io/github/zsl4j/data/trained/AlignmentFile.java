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

/**
 * Keeps a {@link TrainedModel} in a file that NumPy opens: a {@code .npz} archive, not compressed, with the numbers as
 * arrays of float32 and an entry {@code alignment.json} that tells what they are. Every alignment of package
 * {@code io.github.zsl4j.align} comes back bit for bit.
 *
 * <p>{@code alignment.json} has {@code format} and {@code version}; {@code library}, {@code method}, {@code options} and,
 * where they are known, {@code seed} and {@code data} (see {@link Provenance}); {@code similarity}; {@code features}, the map
 * of features, and {@code semantics}, a list of maps; perhaps {@code classes} and {@code calibration}; and for every array
 * its {@code shape} and {@code sha256}, in Python {@code hashlib.sha256(a.tobytes())}. A map has a {@code kind}, the spaces
 * {@code source} and {@code target}, and names of arrays:
 *
 * <ul>
 *   <li>{@code linear}: y = (x - centre) weights + bias, to length 1 if {@code unitLength}
 *   <li>{@code scaling}: y = (x - centre) * factors; {@code function}: of that name; {@code identity}
 *   <li>{@code kernel}: the likeness to each of the {@code anchors}; {@code top}: the {@code count} largest components
 *   <li>{@code chain}: {@code parts}, one after another
 * </ul>
 */
public final class AlignmentFile {

    static final String FORMAT = "zsl4j-alignment";

    /** To be raised when an older library would misread what is written. */
    static final int VERSION = 1;

    private static final String DESCRIPTION = "alignment.json";

    private static final int MAX_DESCRIPTION = 64 << 20;

    private AlignmentFile() {}

    /**
     * Writes a file beside {@code file} and moves it there when it is whole, so that no half-written file is ever found.
     * Equal models give equal bytes.
     *
     * @param file is replaced if it exists; by custom it ends in {@code .npz}
     * @throws IllegalArgumentException if an alignment is of a kind that is not of package {@code io.github.zsl4j.align}
     * @throws ModelException if the file cannot be written; an older one is still there then
     */
    public static void write(Path file, TrainedModel model) {
        ArrayStore arrays = new ArrayStore();
        Map<String, Object> fields = new DescriptionWriter(arrays).describe(model);
        Path unfinished = file.resolveSibling(
                "." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".unfinished");
        try {
            write(unfinished, JsonFields.write(fields), arrays);
            move(unfinished, file);
        } catch (IOException e) {
            delete(unfinished, e);
            throw new ModelException(file + ": the alignment file cannot be written (" + e + ")", e);
        }
    }

    private static void write(Path file, String description, ArrayStore arrays) throws IOException {
        try (NpzWriter npz = NpzWriter.create(file, false)) {
            npz.bytes(DESCRIPTION, description.getBytes(StandardCharsets.UTF_8));
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

    /**
     * @throws ModelException if the file is missing, is no alignment file, is of a newer version, or is damaged; the message
     *     names it and says what to do
     */
    public static TrainedModel read(Path file) {
        try (NpzReader npz = NpzReader.open(file)) {
            String text = new String(npz.bytes(DESCRIPTION, MAX_DESCRIPTION), StandardCharsets.UTF_8);
            JsonFields fields = JsonFields.parse(DESCRIPTION, text);
            requireVersion(file, fields);
            return new DescriptionReader(new ArraySource(npz, fields.child("arrays"))).read(fields);
        } catch (DataException | IllegalArgumentException | ArithmeticException e) {
            throw new ModelException(
                    file + ": the alignment file cannot be used: " + reason(file, e)
                            + "; copy it again from where it was made, or train again",
                    e);
        }
    }

    private static void requireVersion(Path file, JsonFields fields) {
        if (!fields.text("format").equals(FORMAT)) {
            throw fields.wrong("format", "\"" + FORMAT + "\"");
        }
        if (fields.integer("version") > VERSION) {
            throw new ModelException(file + ": the alignment file is of version " + fields.integer("version")
                    + ", written by zsl4j " + fields.text("library") + "; this library reads version " + VERSION
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

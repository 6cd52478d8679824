package io.github.zsl4j.data.trained;

import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
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

    private static final DescribedArchive ARCHIVE =
            new DescribedArchive("alignment file", "alignment.json", FORMAT, VERSION);

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
        ARCHIVE.write(file, fields, arrays);
    }

    /**
     * @throws ModelException if the file is missing, is no alignment file, is of a newer version, or is damaged; the message
     *     names it and says what to do
     */
    public static TrainedModel read(Path file) {
        return ARCHIVE.read(file, (fields, arrays) -> new DescriptionReader(arrays).read(fields));
    }
}

package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.dataset.ZeroShotData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a benchmark from a folder, in whichever of three layouts it is, and writes one.
 *
 * <table>
 * <caption>The layouts</caption>
 * <tr><th>NumPy</th><td>{@code features.npy} floats [n, d]; {@code labels.npy} whole numbers [n], rows of the semantics;
 * {@code semantics.npy} [c, a]; {@code classes.txt}, a name on each of c lines; {@code splits.json} with lists of rows
 * {@code trainval}, {@code testSeen} and {@code testUnseen}, and perhaps {@code validationClasses}, names</td></tr>
 * <tr><th>MATLAB</th><td>{@code res101.mat} and {@code att_splits.mat}, the Proposed Split: see
 * {@link ProposedSplit}</td></tr>
 * <tr><th>CSV</th><td>{@code features.csv}: a line of headings, then one line for each picture, its class first, then
 * its features; {@code semantics.csv}: likewise one line for each class, its name first. A column {@code split} of the
 * features has {@code trainval}, {@code validation} (as trainval; its class is a validation class), {@code testSeen},
 * {@code testUnseen} or nothing; without that column there is a {@code splits.json}</td></tr>
 * </table>
 *
 * <p>Rows count from 0. Further files and keys are ignored. A file {@code spaces.json} may tell which encoders made the
 * vectors: {@code {"features": {"name": …, "dimension": …, "identity": …}, "semantics": {…}}} (identity and dimension may be
 * left out); an alignment that is learned from the folder then works with these encoders. Without it the spaces are called
 * {@code features} and {@code semantics}.
 */
public final class DataFolder {

    private DataFolder() {}

    /**
     * @throws DataException if the folder is in none of the layouts or in several, a file is missing or damaged, files do
     *     not fit each other, or the splits mix seen and unseen classes; the message names the file
     */
    public static ZeroShotData read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(
                    folder + ": " + (Files.exists(folder) ? "this is a file" : "there is no such folder")
                            + "; a folder with a benchmark is expected");
        }
        List<Layout> found =
                Arrays.stream(Layout.values()).filter(l -> l.isIn(folder)).toList();
        if (found.size() > 1) {
            throw new DataException(folder + ": there are files of several layouts (" + list(found, " and ")
                    + "); keep one of them in a folder");
        }
        if (found.isEmpty()) {
            throw new DataException(folder + ": there is no benchmark that can be read here; looked for "
                    + list(List.of(Layout.values()), ", or "));
        }
        return found.get(0).read(folder);
    }

    /**
     * Writes a benchmark in the NumPy layout, with {@code spaces.json}; {@link #read} gives an equal one.
     *
     * @param folder created if it is not there; files of these names in it are replaced
     * @throws IllegalArgumentException if the name of a class is blank, has a line break, or begins or ends with space
     * @throws DataException if a file cannot be written
     */
    public static void write(Path folder, ZeroShotData data) {
        for (String name : data.classes()) {
            if (name.isBlank() || !name.equals(name.strip()) || name.lines().count() > 1) {
                throw new IllegalArgumentException("The class '" + name + "' cannot be a line of classes.txt");
            }
        }
        try {
            NumpyWriter.write(folder, data);
        } catch (IOException e) {
            throw new DataException(folder + ": the benchmark cannot be written (" + e + ")", e);
        }
    }

    private static String list(List<Layout> layouts, String separator) {
        return layouts.stream().map(l -> String.join(" + ", l.files)).collect(Collectors.joining(separator));
    }

    private enum Layout {
        NUMPY("features.npy", "labels.npy", "semantics.npy", "classes.txt", "splits.json") {
            @Override
            ZeroShotData read(Path folder) {
                return NumpyLayout.read(folder);
            }
        },
        MATLAB("res101.mat", "att_splits.mat") {
            @Override
            ZeroShotData read(Path folder) {
                return ProposedSplit.read(folder);
            }
        },
        CSV("features.csv", "semantics.csv") {
            @Override
            ZeroShotData read(Path folder) {
                return CsvLayout.read(folder);
            }
        };

        private final List<String> files;

        Layout(String... files) {
            this.files = List.of(files);
        }

        /** By its first file; that others are missing is told when they are read. */
        private boolean isIn(Path folder) {
            return Files.exists(folder.resolve(files.get(0)));
        }

        abstract ZeroShotData read(Path folder);
    }
}

package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.npy.Npy;
import io.github.zsl4j.data.npy.NpyArray;
import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.dataset.ZeroShotData.Examples;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The layout of {@code .npy} files. */
final class NumpyLayout {

    private NumpyLayout() {}

    static ZeroShotData read(Path folder) {
        SpacesFile spaces = new SpacesFile(folder);
        Path features = folder.resolve("features.npy");
        EmbeddingMatrix x = matrix(spaces, features, "features", requireFloats(features, Npy.read(features)));
        Path known = folder.resolve("semantics.npy");
        EmbeddingMatrix s = matrix(spaces, known, "semantics", Npy.read(known));
        Path labels = folder.resolve("labels.npy");
        int[] y = Npy.read(labels).requireAxes(1).toInts();
        List<String> classes = lines(folder.resolve("classes.txt"), s.rows());
        Examples examples = Blame.on(labels, () -> new Examples(x, y, s, classes));
        Path splits = folder.resolve("splits.json");
        Splits rows = SplitsFile.read(splits);
        return Blame.on(splits, () -> ZeroShotData.of(examples, rows));
    }

    private static NpyArray requireFloats(Path file, NpyArray features) {
        if (!features.type().isFloating()) {
            throw new DataException(
                    file + ": features are floats, not " + features.type() + "; convert them with astype('float32')");
        }
        return features;
    }

    private static EmbeddingMatrix matrix(SpacesFile spaces, Path file, String what, NpyArray array) {
        return spaces.matrix(what, array.requireAxes(2).shape()[1], array.toFloats(), file);
    }

    private static List<String> lines(Path file, int count) {
        List<String> lines;
        try {
            lines = new ArrayList<>(Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": the file cannot be read as UTF-8 text (" + e + ")", e);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        if (lines.size() != count) {
            throw new DataException(
                    file + ": " + lines.size() + " names, one on each line, but the semantics have " + count + " rows");
        }
        return lines.stream().map(String::strip).toList();
    }
}

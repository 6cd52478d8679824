package io.github.zsl4j.data.pictures;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.pictures.LabelledPictures.Broken;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Encodes the pictures of a folder that has a folder for each class, whose name is the class's. Hidden files and folders,
 * files beside the classes' folders, and folders within them are left out.
 */
public final class ClassFolders {

    private final List<Path> pictures = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();

    private ClassFolders() {}

    /**
     * @param root the folder of folders; classes and pictures are taken in the order of their names
     * @param encoder of pictures; stays the caller's to close. A {@link CachedEncoder} keeps its work
     * @return features and labels of all pictures that could be encoded, and those that could not
     * @throws DataException if there is no class, or no picture that can be encoded
     */
    public static LabelledPictures encode(Path root, Encoder<Path> encoder) {
        List<Path> folders = children(root, Files::isDirectory);
        ClassFolders reading = new ClassFolders();
        for (int c = 0; c < folders.size(); c++) {
            List<Path> files = children(folders.get(c), Files::isRegularFile);
            reading.add(
                    files, EncodedFiles.of(files, encoder, reading.broken::add).vectors(), c);
        }
        if (reading.pictures.isEmpty()) {
            throw new DataException(
                    root + ": " + folders.size() + " folders of classes and no picture that can be encoded"
                            + (reading.broken.isEmpty()
                                    ? ""
                                    : "; the first: " + reading.broken.get(0).reason()));
        }
        return reading.result(folders, encoder.space());
    }

    private static List<Path> children(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder + ": the folder cannot be read (" + e + ")", e);
        }
    }

    private void add(List<Path> files, Map<Path, float[]> encoded, int label) {
        for (Path file : files) {
            if (encoded.containsKey(file)) {
                pictures.add(file);
                labels.add(label);
                vectors.add(encoded.get(file));
            }
        }
    }

    private LabelledPictures result(List<Path> folders, EmbeddingSpace space) {
        int d = space.dimension();
        float[] values = new float[Math.multiplyExact(pictures.size(), d)];
        for (int i = 0; i < vectors.size(); i++) {
            System.arraycopy(vectors.get(i), 0, values, i * d, d);
        }
        return new LabelledPictures(
                EmbeddingMatrix.wrap(space, values),
                labels.stream().mapToInt(Integer::intValue).toArray(),
                folders.stream().map(f -> f.getFileName().toString()).toList(),
                pictures,
                broken);
    }
}

package io.github.zsl4j.data.pictures;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.pictures.LabelledPictures.Broken;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.error.ZslException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Encodes the pictures of a folder that has a folder for each class, whose name is the class's. Hidden files and folders,
 * files beside the classes' folders, and folders within them are left out.
 */
public final class ClassFolders {

    /** Pictures that are encoded together. */
    private static final int BATCH = 64;

    private final Encoder<Path> encoder;
    private final List<Path> pictures = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();
    private final EmbeddingMatrix none;

    private ClassFolders(Encoder<Path> encoder) {
        this.encoder = encoder;
        this.none = EmbeddingMatrix.wrap(encoder.space(), new float[0]);
    }

    /**
     * @param root the folder of folders; classes and pictures are taken in the order of their names
     * @param encoder of pictures; stays the caller's to close
     * @return features and labels of all pictures that could be encoded, and those that could not
     * @throws DataException if there is no class, or no picture that can be encoded
     */
    public static LabelledPictures encode(Path root, Encoder<Path> encoder) {
        List<Path> folders = children(root, Files::isDirectory);
        ClassFolders reading = new ClassFolders(encoder);
        List<EmbeddingMatrix> parts = new ArrayList<>();
        for (int c = 0; c < folders.size(); c++) {
            List<Path> files = children(folders.get(c), Files::isRegularFile);
            for (int from = 0; from < files.size(); from += BATCH) {
                parts.add(reading.batch(files.subList(from, Math.min(files.size(), from + BATCH)), c));
            }
        }
        if (reading.pictures.isEmpty()) {
            throw new DataException(
                    root + ": " + folders.size() + " folders of classes and no picture that can be encoded"
                            + (reading.broken.isEmpty()
                                    ? ""
                                    : "; the first: " + reading.broken.get(0).reason()));
        }
        return reading.result(folders, parts);
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

    /** All at once, or one by one if that fails, so that one broken picture costs only itself. */
    private EmbeddingMatrix batch(List<Path> files, int label) {
        try {
            EmbeddingMatrix encoded = encoder.encodeAll(files);
            files.forEach(file -> add(file, label));
            return encoded;
        } catch (ZslException e) {
            EmbeddingMatrix encoded = none;
            for (Path file : files) {
                encoded = encoded.concat(single(file, label));
            }
            return encoded;
        }
    }

    private EmbeddingMatrix single(Path file, int label) {
        try {
            EmbeddingMatrix encoded = encoder.encodeAll(List.of(file));
            add(file, label);
            return encoded;
        } catch (ZslException e) {
            broken.add(new Broken(file, e.getMessage()));
            return none;
        }
    }

    private void add(Path file, int label) {
        pictures.add(file);
        labels.add(label);
    }

    private LabelledPictures result(List<Path> folders, List<EmbeddingMatrix> parts) {
        int d = encoder.space().dimension();
        float[] values = new float[Math.multiplyExact(pictures.size(), d)];
        int row = 0;
        for (EmbeddingMatrix part : parts) {
            for (int i = 0; i < part.rows(); i++) {
                part.copyRow(i, values, row++ * d);
            }
        }
        return new LabelledPictures(
                EmbeddingMatrix.wrap(encoder.space(), values),
                labels.stream().mapToInt(Integer::intValue).toArray(),
                folders.stream().map(f -> f.getFileName().toString()).toList(),
                pictures,
                broken);
    }
}

package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.layout.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A copy of a model's folder, to be changed: its configurations and the files that a test wants. */
record CopiedFolder(Path path) implements AutoCloseable {

    /** @param files networks to keep, relative to the folder */
    static CopiedFolder of(Path model, String... files) {
        try {
            Path copy = Files.createTempDirectory("zsl4j-model").resolve(model.getFileName());
            Files.createDirectories(copy);
            try (Stream<Path> all = Files.list(model)) {
                for (Path file : all.filter(f -> f.toString().endsWith(".json")).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            for (String file : files) {
                Files.createDirectories(copy.resolve(file).getParent());
                Files.copy(model.resolve(file), copy.resolve(file));
            }
            return new CopiedFolder(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ModelFolder folder() {
        return ModelFolder.of(path);
    }

    CopiedFolder write(String file, String text) {
        try {
            Files.writeString(path.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CopiedFolder delete(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path.getParent())) {
            all.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

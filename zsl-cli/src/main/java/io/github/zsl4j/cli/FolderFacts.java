package io.github.zsl4j.cli;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.model.FrontMatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model's folder says of itself.
 *
 * @param name of the model
 * @param kind by its configuration, such as {@code clip}; {@value #UNKNOWN} if it says nothing
 * @param licence by its card; {@value #UNKNOWN} if it says nothing
 * @param files everything in it, sorted by name
 */
record FolderFacts(String name, String kind, String licence, List<FileFact> files) {

    static final String UNKNOWN = "unknown";

    /**
     * @param name relative to the folder, with forward slashes
     */
    record FileFact(String name, long bytes) {}

    /** @throws ModelException if the folder cannot be read */
    static FolderFacts of(Path path) {
        ModelFolder folder = ModelFolder.of(path);
        String licence = folder.file("README.md").flatMap(FrontMatter::licence).orElse(UNKNOWN);
        return new FolderFacts(folder.name(), kind(folder), Output.oneLine(licence), files(path));
    }

    private static String kind(ModelFolder folder) {
        try {
            Optional<ConfigFile> config = folder.config("config.json");
            String kind = config.flatMap(c -> c.text("model_type"))
                    .or(() -> config.flatMap(c -> c.text("architecture")))
                    .or(() -> folder.file("open_clip_config.json").map(file -> "open_clip"))
                    .orElse(UNKNOWN);
            boolean sentences = folder.file("modules.json").isPresent();
            return Output.oneLine(sentences ? kind + " (sentence-transformers)" : kind);
        } catch (ModelException e) {
            return "unreadable config.json";
        }
    }

    private static List<FileFact> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new FileFact(folder.relativize(file).toString().replace('\\', '/'), size(file)))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ModelException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytes() {
        return files.stream().mapToLong(FileFact::bytes).sum();
    }
}

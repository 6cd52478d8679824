package io.github.zsl4j.engine.layout;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one model. Immutable and thread-safe; files are looked up when asked for. */
public final class ModelFolder {

    private final Path path;

    private ModelFolder(Path path) {
        this.path = path;
    }

    /** @throws ModelException if there is no such folder */
    public static ModelFolder of(Path path) {
        if (!Files.isDirectory(path)) {
            throw new ModelException(path + ": "
                    + (Files.exists(path)
                            ? "this is a file; name the folder that it lies in"
                            : "there is no such folder"));
        }
        return new ModelFolder(path);
    }

    public Path path() {
        return path;
    }

    /** What to call the model: the folder's own name, or owner/name inside a download cache of the Hugging Face hub. */
    public String name() {
        return FolderName.of(path);
    }

    /**
     * A configuration file.
     *
     * @param file relative to the folder, with forward slashes
     * @return empty if there is no such file
     * @throws ModelException if it is not JSON
     */
    public Optional<ConfigFile> config(String file) {
        return file(file).map(ConfigFile::read);
    }

    /** @throws ModelException if the file is missing or not JSON */
    public ConfigFile requireConfig(String file) {
        return ConfigFile.read(require(file));
    }

    /**
     * @param name relative to the folder, with forward slashes; configuration files give such names, so one that leads out
     *     of the folder is as good as missing
     * @return the file, if there is one that can be read
     */
    public Optional<Path> file(String name) {
        Path file;
        try {
            file = path.resolve(name);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        boolean inside = file.toAbsolutePath()
                .normalize()
                .startsWith(path.toAbsolutePath().normalize());
        return inside && Files.isRegularFile(file) && Files.isReadable(file) ? Optional.of(file) : Optional.empty();
    }

    /** @throws ModelException if there is no such file, or it cannot be read */
    public Path require(String name) {
        return file(name)
                .orElseThrow(
                        () -> new ModelException(path + ": the model's file " + name + " is missing" + contents()));
    }

    /**
     * The file of a network for an engine: {@code .onnx} for ONNX Runtime, {@code .pt} for PyTorch, at the root of the
     * folder or in {@code onnx/}.
     *
     * @param stems what the file may be called, without variant and extension; the first that is there wins
     */
    public Optional<Path> network(NetworkOptions options, WeightVariant variant, List<String> stems) {
        String extension = extension(options);
        return stems.stream()
                .map(variant::of)
                .flatMap(stem -> Stream.of("onnx/" + stem + extension, stem + extension))
                .flatMap(name -> file(name).stream())
                .findFirst();
    }

    /**
     * As {@link #network}.
     *
     * @throws ModelException if there is none
     */
    public Path requireNetwork(NetworkOptions options, WeightVariant variant, List<String> stems) {
        return network(options, variant, stems).orElseThrow(() -> missing(options, variant, stems));
    }

    /** Says what was looked for, what is there, and what to do. */
    public ModelException missing(NetworkOptions options, WeightVariant variant, List<String> stems) {
        String wanted = String.join(
                " or ",
                stems.stream().map(s -> variant.of(s) + extension(options)).toList());
        return new ModelException(path + ": no network for " + options.engine() + ", " + wanted
                + ", lies here or in onnx/" + contents() + "; export the model, or choose another engine or variant");
    }

    private static String extension(NetworkOptions options) {
        return options.engine().equals(NetworkOptions.PYTORCH) ? ".pt" : ".onnx";
    }

    private String contents() {
        try (Stream<Path> files = Files.walk(path, 2)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .limit(12)
                    .toList();
            return names.isEmpty() ? " (the folder is empty)" : " (it holds " + String.join(", ", names) + ")";
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

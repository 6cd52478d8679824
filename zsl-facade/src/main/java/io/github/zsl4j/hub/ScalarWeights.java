package io.github.zsl4j.hub;

import io.github.zsl4j.engine.AtomicFile;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The two numbers that turn similarities into probabilities and that exported towers lack: {@code logit_scale} and
 * {@code logit_bias}. They lie in the repository's safetensors file among hundreds of megabytes that are not needed, so
 * only its header and these two are read, and kept as a small safetensors file in a folder of this library's own. No
 * checksum covers parts of a file; the connection has to be trusted.
 */
final class ScalarWeights {

    private static final List<String> FILES = List.of("model.safetensors", "open_clip_model.safetensors");
    private static final List<String> NAMES = List.of("logit_scale", "logit_bias");

    private final HubClient client;
    private final Machine machine;

    ScalarWeights(HubClient client, Machine machine) {
        this.client = client;
        this.machine = machine;
    }

    /** Where they are kept, whether or not they are. */
    static Path place(Path ownFolder, ModelReference model, String commit) {
        return ownFolder
                .resolve("scalars")
                .resolve(RepositoryCache.folderName(model.repository()))
                .resolve(commit)
                .resolve(model.path("model.safetensors"));
    }

    /** The file for a model's folder in a cache, if there is one. */
    static Optional<Path> find(Path ownFolder, Path modelFolder) {
        Path folder = modelFolder.toAbsolutePath().normalize();
        for (int i = folder.getNameCount() - 2; i > 0; i--) {
            boolean snapshots = folder.getName(i).toString().equals("snapshots");
            if (snapshots
                    && RepositoryCache.repositoryName(folder.getName(i - 1)).isPresent()) {
                Path below = folder.subpath(i + 1, folder.getNameCount());
                Path file = ownFolder
                        .resolve("scalars")
                        .resolve(folder.getName(i - 1).toString());
                return Optional.of(file.resolve(below.toString()).resolve("model.safetensors"))
                        .filter(Files::isRegularFile);
            }
        }
        return Optional.empty();
    }

    /** Reads and keeps them, unless that has been done or the whole file is in the cache. */
    void keep(ModelReference model, RepositoryCache cache, Repository repository) {
        Optional<String> file = FILES.stream()
                .map(model::path)
                .filter(repository.files()::contains)
                .findFirst();
        Path place = place(machine.ownFolder(), model, repository.commit());
        if (file.isEmpty() || Files.exists(place) || Files.exists(cache.pointer(repository.commit(), file.get()))) {
            return;
        }
        write(place, read(model, repository.commit(), file.get()));
    }

    private byte[] read(ModelReference model, String commit, String name) {
        RemoteFile file = client.file(model, commit, name);
        try {
            return ScalarReader.read(
                    NAMES, file.size(), (from, length) -> client.read(model, commit, file, from, length));
        } catch (IllegalArgumentException e) {
            throw new ModelException(
                    model + ": " + name + ": not a valid safetensors file (" + e.getMessage() + ")", e);
        }
    }

    private static void write(Path place, byte[] scalars) {
        try {
            Files.createDirectories(place.getParent());
            AtomicFile.write(place, out -> out.write(scalars));
        } catch (IOException e) {
            throw new ModelException(
                    place + ": cannot be written (" + e + "); name another folder by -Dzsl4j.cache=DIRECTORY", e);
        }
    }
}

package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the missing files of one model into the cache. */
final class Pull {

    private static final Logger LOG = LoggerFactory.getLogger(Pull.class);

    private final HubClient client;
    private final Machine machine;
    private final RepositoryCache cache;
    private final ModelReference model;

    Pull(HubClient client, Machine machine, RepositoryCache cache, ModelReference model) {
        this.client = client;
        this.machine = machine;
        this.cache = cache;
        this.model = model;
    }

    /** @return the model's folder */
    Path run(Repository repository, FileSelection selection, DownloadListener listener) {
        String commit = repository.commit();
        List<String> wanted = selection.choose(model, relative(repository.files())).stream()
                .map(model::path)
                .toList();
        List<RemoteFile> missing = wanted.stream()
                .filter(file -> !Files.exists(cache.pointer(commit, file)))
                .map(file -> client.file(model, commit, file))
                .toList();
        try {
            fetch(commit, missing, listener);
        } catch (IOException e) {
            throw unusable(e);
        }
        new ScalarWeights(client, machine).keep(model, cache, repository);
        remember(commit);
        return cache.snapshot(commit).resolve(model.folder());
    }

    /** The files below the model's folder, by their names in it. */
    private List<String> relative(List<String> files) {
        String prefix = model.path("");
        return files.stream()
                .filter(file -> file.startsWith(prefix))
                .map(file -> file.substring(prefix.length()))
                .toList();
    }

    private void fetch(String commit, List<RemoteFile> files, DownloadListener listener) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Files.createDirectories(cache.folder().resolve("blobs"));
        requireSpace(files);
        long total = files.stream().mapToLong(RemoteFile::size).sum();
        ProgressMeter meter = new ProgressMeter(Objects.requireNonNull(listener), total, machine::nanoTime);
        for (RemoteFile file : files) {
            fetch(commit, file, meter);
        }
    }

    private void requireSpace(List<RemoteFile> files) throws IOException {
        long needed = 0;
        Set<Checksum> counted = new HashSet<>();
        for (RemoteFile file : files) {
            if (!Files.exists(cache.blob(file.checksum())) && counted.add(file.checksum())) {
                Path partial = cache.partial(file.checksum());
                needed += file.size() - (Files.exists(partial) ? Files.size(partial) : 0);
            }
        }
        long free = machine.usableSpace(cache.folder());
        if (needed > free) {
            throw new ModelException(model + ": " + ByteSize.text(needed) + " are needed, and " + ByteSize.text(free)
                    + " are free for " + cache.folder().getParent()
                    + "; make room, or name another folder by HF_HUB_CACHE");
        }
    }

    private void fetch(String commit, RemoteFile file, ProgressMeter meter) throws IOException {
        Path blob = cache.blob(file.checksum());
        Path pointer = cache.pointer(commit, file.name());
        BlobLock.holding(cache.lock(file.checksum()), () -> {
            boolean fresh = !Files.exists(blob) && !Files.exists(pointer); // another process may have been first
            if (fresh) {
                Path partial = cache.partial(file.checksum());
                new BlobDownload(client, machine, meter).run(new BlobDownload.Job(model, commit, file, partial, blob));
            } else {
                meter.skip(file.name(), file.size());
            }
            if (!Files.exists(pointer)) {
                cache.point(pointer, blob, fresh);
            }
        });
    }

    /** A cache that cannot be written serves as long as nothing is missing in it. */
    private void remember(String commit) {
        try {
            cache.remember(model.revision(), commit);
        } catch (IOException e) {
            LOG.debug("{}: the revision is not noted", model, e);
        }
    }

    private ModelException unusable(IOException e) {
        String what = e instanceof FileSystemException f && f.getReason() == null
                ? e.getClass().getSimpleName() + " " + f.getFile()
                : e.getMessage();
        return new ModelException(
                model + ": the cache " + cache.folder().getParent() + " cannot be written (" + what
                        + "); name another folder by HF_HUB_CACHE",
                e);
    }
}

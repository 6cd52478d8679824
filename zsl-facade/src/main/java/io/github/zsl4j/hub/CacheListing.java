package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is in a cache. */
final class CacheListing {

    private final Path cache;
    private final Machine machine;

    CacheListing(Path cache, Machine machine) {
        this.cache = cache;
        this.machine = machine;
    }

    List<CachedModel> models() {
        return entries(cache).stream()
                .flatMap(folder -> RepositoryCache.repositoryName(folder).stream())
                .flatMap(this::snapshots)
                .sorted(Comparator.comparing(CachedModel::repository).thenComparing(CachedModel::commit))
                .toList();
    }

    private Stream<CachedModel> snapshots(String repository) {
        RepositoryCache repositoryCache = new RepositoryCache(cache, repository, machine);
        return entries(repositoryCache.snapshots()).stream()
                .filter(Files::isDirectory)
                .map(folder -> {
                    String commit = folder.getFileName().toString();
                    return new CachedModel(repository, commit, repositoryCache.revisions(commit), folder, size(folder));
                });
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static long size(Path folder) {
        return files(folder).stream().mapToLong(CacheListing::bytes).sum();
    }

    private static long bytes(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** All files and links below a folder, sorted. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(folder, e);
        }
    }

    private static ModelException unreadable(Path path, Exception e) {
        return new ModelException(path + ": cannot be read (" + e + ")", e);
    }

    /** The names of the files that are there, with forward slashes. */
    static List<String> names(Path folder) {
        return files(folder).stream()
                .filter(Files::isRegularFile)
                .map(file -> name(folder, file))
                .toList();
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Reads every file through. */
    static List<FileCheck> verify(Path folder) {
        return files(folder).stream()
                .map(file -> new FileCheck(name(folder, file), bytes(file), check(file)))
                .toList();
    }

    private static FileCheck.Result check(Path file) {
        if (!Files.exists(file)) {
            return FileCheck.Result.MISSING;
        }
        try {
            // Not the real path: a blob may be a link to a store that several repositories share.
            Optional<Checksum> checksum = Files.isSymbolicLink(file)
                    ? Checksum.ofEtag(Files.readSymbolicLink(file).getFileName().toString())
                    : Optional.empty();
            if (checksum.isEmpty()) {
                return FileCheck.Result.UNKNOWN;
            }
            return checksum.get().matches(file) ? FileCheck.Result.GOOD : FileCheck.Result.DAMAGED;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}

package io.github.zsl4j.hub;

import io.github.zsl4j.engine.AtomicFile;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A repository's folder in the cache, laid out as huggingface_hub does: {@code blobs} holds contents named by their
 * checksums, {@code snapshots/<commit>} links to them under their names, {@code refs/<revision>} says which commit a
 * branch or tag was when last asked.
 */
final class RepositoryCache {

    private static final String PREFIX = "models--";

    private final Path cache;
    private final Path folder;
    private final Machine machine;

    RepositoryCache(Path cache, String repository, Machine machine) {
        this.cache = cache;
        this.folder = cache.resolve(folderName(repository));
        this.machine = machine;
    }

    static String folderName(String repository) {
        return PREFIX + repository.replace("/", "--");
    }

    /** The name of a repository by that of its folder; empty if it is not a model's. */
    static Optional<String> repositoryName(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(PREFIX)
                ? Optional.of(name.substring(PREFIX.length()).replaceFirst("--", "/"))
                : Optional.empty();
    }

    Path folder() {
        return folder;
    }

    Path snapshots() {
        return folder.resolve("snapshots");
    }

    Path snapshot(String commit) {
        return snapshots().resolve(commit);
    }

    Path blob(Checksum checksum) {
        return folder.resolve("blobs").resolve(checksum.hex());
    }

    /** What an interrupted download leaves. Not huggingface_hub's name, whose locks ours do not exclude. */
    Path partial(Checksum checksum) {
        return folder.resolve("blobs").resolve(checksum.hex() + ".zsl4j.incomplete");
    }

    Path lock(Checksum checksum) {
        return cache.resolve(".locks").resolve(folder.getFileName()).resolve(checksum.hex() + ".lock");
    }

    /** @throws ModelException if the name would lead out of the snapshot */
    Path pointer(String commit, String file) {
        if (!SafeName.isSafe(file)) {
            throw new ModelException(folder.getFileName() + ": the server names a file '"
                    + file.replaceAll("\\p{Cntrl}", "?") + "', which is no safe name; nothing is written");
        }
        return snapshot(commit).resolve(file);
    }

    /** The commit that a revision was when last asked, or that it is. */
    Optional<String> commit(String revision) {
        Path ref = refs().resolve(revision);
        try {
            if (Files.isRegularFile(ref)) {
                return Optional.of(Files.readString(ref).strip()).filter(RepositoryCache::isCommit);
            }
        } catch (IOException e) {
            throw new ModelException(ref + ": cannot be read (" + e + ")", e);
        }
        return Optional.of(revision).filter(RepositoryCache::isCommit);
    }

    private static boolean isCommit(String text) {
        return text.matches("[0-9a-f]{40}");
    }

    private Path refs() {
        return folder.resolve("refs");
    }

    /** The branches and tags that are known to be this commit, sorted. */
    List<String> revisions(String commit) {
        try (Stream<Path> refs = Files.walk(refs())) {
            return refs.filter(Files::isRegularFile)
                    .map(ref -> refs().relativize(ref).toString().replace('\\', '/'))
                    .filter(revision -> commit(revision).filter(commit::equals).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // a commit that was asked for as such has none
        }
    }

    /** Notes which commit a revision is. */
    void remember(String revision, String commit) throws IOException {
        if (revision.equals(commit) || commit(revision).filter(commit::equals).isPresent()) {
            return;
        }
        Path ref = refs().resolve(revision);
        Files.createDirectories(ref.getParent());
        AtomicFile.write(ref, out -> out.write(commit.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Makes a blob known under a file's name: by a relative link, or where there are none, as a file, for which a blob
     * that nothing else can use yet is moved.
     */
    void point(Path pointer, Path blob, boolean fresh) throws IOException {
        Files.createDirectories(pointer.getParent());
        if (Files.isSymbolicLink(pointer) && !Files.exists(pointer)) {
            Files.delete(pointer);
        }
        try {
            machine.link(pointer, pointer.getParent().relativize(blob));
        } catch (FileAlreadyExistsException e) {
            // another process was first
        } catch (UnsupportedOperationException | IOException e) {
            if (fresh) {
                Files.move(blob, pointer, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.copy(blob, pointer, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

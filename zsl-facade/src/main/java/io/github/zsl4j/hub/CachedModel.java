package io.github.zsl4j.hub;

import java.nio.file.Path;
import java.util.List;

/**
 * A model in the cache at one commit, whoever put it there.
 *
 * @param repository {@code owner/name}
 * @param commit 40 hexadecimal digits
 * @param revisions the branches and tags that were this commit when last asked; may be empty
 * @param folder the snapshot
 * @param bytes the size of its files
 */
public record CachedModel(String repository, String commit, List<String> revisions, Path folder, long bytes) {

    public CachedModel {
        revisions = List.copyOf(revisions);
    }
}

package io.github.zsl4j.collection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How pictures are indexed.
 *
 * @param commitEvery so many changes are lost at most when the program is killed, at least 1
 * @param commitAfter changes are committed after this time even if they are fewer; positive
 * @param metadata what to store with a picture besides what its file tells, such as a caption; called in several threads at a time
 */
public record IndexingOptions(int commitEvery, Duration commitAfter, Function<Path, Map<String, String>> metadata) {

    /** @throws IllegalArgumentException if a number is not positive */
    public IndexingOptions {
        Objects.requireNonNull(metadata, "metadata");
        if (commitEvery < 1) {
            throw new IllegalArgumentException("commitEvery must be at least 1, not " + commitEvery);
        }
        if (commitAfter.isNegative() || commitAfter.isZero()) {
            throw new IllegalArgumentException("commitAfter must be positive, not " + commitAfter);
        }
    }

    /** A commit after 500 changes or 20 seconds, no metadata of your own. */
    public static IndexingOptions defaults() {
        return new IndexingOptions(500, Duration.ofSeconds(20), file -> Map.of());
    }

    public IndexingOptions withCommitEvery(int changes) {
        return new IndexingOptions(changes, commitAfter, metadata);
    }

    public IndexingOptions withCommitAfter(Duration time) {
        return new IndexingOptions(commitEvery, time, metadata);
    }

    public IndexingOptions withMetadata(Function<Path, Map<String, String>> function) {
        return new IndexingOptions(commitEvery, commitAfter, function);
    }
}

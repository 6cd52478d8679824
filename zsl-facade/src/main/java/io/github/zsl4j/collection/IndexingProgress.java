package io.github.zsl4j.collection;

import io.github.zsl4j.collection.IndexedPicture.Change;
import java.time.Duration;
import java.util.Map;

/**
 * How far indexing has come. Immutable.
 *
 * @param total pictures there are
 * @param counts how many of them have had each change; a change that no picture has had may be missing
 * @param elapsed since the beginning
 */
public record IndexingProgress(long total, Map<Change, Long> counts, Duration elapsed) {

    public IndexingProgress {
        counts = Map.copyOf(counts);
    }

    public long count(Change change) {
        return counts.getOrDefault(change, 0L);
    }

    /** Pictures that are finished, whatever became of them. */
    public long done() {
        return counts.values().stream().mapToLong(n -> n).sum();
    }

    /** Pictures finished in a second, on average since the beginning. */
    public double picturesPerSecond() {
        return done() / Math.max(1e-9, elapsed.toNanos() / 1e9);
    }
}

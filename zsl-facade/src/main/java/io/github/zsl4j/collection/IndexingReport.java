package io.github.zsl4j.collection;

import java.util.List;

/**
 * What indexing came to. Immutable.
 *
 * @param progress at the end
 * @param failures the pictures that could not be read, in the order of the files
 */
public record IndexingReport(IndexingProgress progress, List<IndexedPicture> failures) {

    public IndexingReport {
        failures = List.copyOf(failures);
    }
}

package io.github.zsl4j.collection;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of one picture. Immutable.
 *
 * @param key under which the index has it: its absolute path
 * @param change what was done
 * @param problem why it could not be read, in one line; empty unless {@code change} is {@link Change#FAILED}
 */
public record IndexedPicture(String key, Change change, Optional<String> problem) {

    /** What is done to a picture's item. */
    public enum Change {
        /** The picture was not in the index before. */
        ADDED,
        /** The file has other content than before, or other metadata. */
        UPDATED,
        /** Nothing is new; the picture has not been encoded again. */
        UNCHANGED,
        /** The picture cannot be read. It leaves the index, unless only its file or folder is out of reach. */
        FAILED,
        /** The file is gone, and the item with it. */
        REMOVED
    }

    public IndexedPicture {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(problem, "problem");
    }

    static IndexedPicture of(String key, Change change) {
        return new IndexedPicture(key, change, Optional.empty());
    }
}

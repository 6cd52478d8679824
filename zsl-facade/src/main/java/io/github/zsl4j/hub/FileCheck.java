package io.github.zsl4j.hub;

/**
 * Whether a file in the cache is still what was downloaded.
 *
 * @param file its name in the model's folder, with forward slashes
 * @param bytes its size; 0 if it is missing
 * @param result what was found
 */
public record FileCheck(String file, long bytes, Result result) {

    /** What a check can find. */
    public enum Result {
        /** Its content has the checksum that it is named by. */
        GOOD,
        /** Its content is another. */
        DAMAGED,
        /** There is a name without content. */
        MISSING,
        /** It is a plain file, as where a file system has no links, and no checksum is known. */
        UNKNOWN;

        /** Whether the model can be trusted no more. */
        public boolean isBad() {
            return this == DAMAGED || this == MISSING;
        }
    }
}

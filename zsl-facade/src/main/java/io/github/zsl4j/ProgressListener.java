package io.github.zsl4j;

/** Hears how far a batch has come, in the thread that reads the results. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (done, failed) -> {};

    /**
     * Called after every picture.
     *
     * @param done pictures finished, failures included
     * @param failed how many of them failed
     */
    void progress(long done, long failed);
}

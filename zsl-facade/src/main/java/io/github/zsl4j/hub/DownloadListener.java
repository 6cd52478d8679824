package io.github.zsl4j.hub;

/** Hears how far a download has come, in the thread that downloads. */
@FunctionalInterface
public interface DownloadListener {

    /** Hears nothing. */
    DownloadListener NONE = progress -> {};

    /** Called some times a second, and at the end; not at all if nothing is missing in the cache. */
    void progress(DownloadProgress progress);
}

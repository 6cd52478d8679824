package io.github.zsl4j.hub;

/**
 * How far a download has come.
 *
 * @param file the one that is being fetched
 * @param done bytes that are there, of all files together; what an earlier attempt left counts
 * @param total bytes that all files have together
 * @param bytesPerSecond over the last seconds; 0 at the beginning
 */
public record DownloadProgress(String file, long done, long total, double bytesPerSecond) {}

package io.github.zsl4j.hub;

/**
 * A file of a repository as the server describes it.
 *
 * @param name relative to the repository, with forward slashes
 * @param size in bytes
 */
record RemoteFile(String name, Checksum checksum, long size) {}

package io.github.zsl4j.engine;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A large file on the class path whose content is known.
 *
 * @param path absolute, such as {@code /model.onnx}
 * @param bytes its exact size
 * @param sha256 the digest of its content, 64 lower-case hexadecimal digits
 * @param origin the dependency that brings it, {@code group:artifact:version}
 */
public record PinnedResource(String path, long bytes, String sha256, String origin) {

    /** @throws IllegalArgumentException if the path is not absolute or the digest is not one */
    public PinnedResource {
        if (!path.matches("/.*[^/]")) {
            throw new IllegalArgumentException("A resource has an absolute path such as /model.onnx, not " + path);
        }
        Objects.requireNonNull(origin, "origin");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256 digest: " + sha256);
        }
    }

    /**
     * Opens the resource, by this class's loader or by the thread's.
     *
     * @throws ModelException if it is not on the class path
     */
    public InputStream open() throws IOException {
        ClassLoader own = PinnedResource.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        InputStream in = own.getResourceAsStream(path.substring(1));
        if (in == null && context != null) {
            in = context.getResourceAsStream(path.substring(1));
        }
        if (in == null) {
            throw new ModelException(path + " is not on the class path; add the dependency " + origin);
        }
        return in;
    }

    /** The name of a copy: no other content ever has it. */
    String fileName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String digest = "-" + sha256.substring(0, 12);
        return dot < 0 ? name + digest : name.substring(0, dot) + digest + name.substring(dot);
    }
}

package io.github.zsl4j.engine;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * Plain-file copies of large resources in a directory of the user's. Unpacking a model from its jar at every start takes
 * longer than loading it.
 *
 * <p>A copy is checked against its digest when it is made, and known by its name and size from then on. Any number of
 * threads and processes may use one directory: copies are made aside and moved into place. Where that is not possible
 * (read-only home, full disk) a temporary file serves, which is deleted when the JVM exits.
 */
public final class ResourceCache {

    private final Path directory;
    private final Path fallback;

    /**
     * @param directory where copies are kept; made when needed
     * @param fallback where they are put when that fails
     */
    public ResourceCache(Path directory, Path fallback) {
        this.directory = directory;
        this.fallback = fallback;
    }

    /**
     * The user's cache: {@code zsl4j} in the user's directory for caches, unless the system property
     * {@code zsl4j.cache} or the environment variable {@code ZSL4J_CACHE} names another directory.
     */
    public static ResourceCache ofUser() {
        Properties properties = System.getProperties();
        return new ResourceCache(
                directory(properties, System.getenv()), Path.of(properties.getProperty("java.io.tmpdir")));
    }

    /** Where copies are kept; it need not exist. */
    public Path directory() {
        return directory;
    }

    static Path directory(Properties properties, Map<String, String> environment) {
        String home = properties.getProperty("user.home", "");
        String named = firstPresent(properties.getProperty("zsl4j.cache"), environment.get("ZSL4J_CACHE"));
        if (named != null) {
            return path(named);
        }
        boolean windows = properties.getProperty("os.name", "").startsWith("Windows");
        String caches = environment.get(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        return (caches == null || caches.isBlank() ? path(home).resolve(".cache") : path(caches)).resolve("zsl4j");
    }

    private static String firstPresent(String first, String second) {
        if (first != null && !first.isBlank()) {
            return first;
        }
        return second == null || second.isBlank() ? null : second;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ModelException("The cache directory '" + name + "' is not a path here", e);
        }
    }

    /**
     * A file with the resource's content.
     *
     * @throws ModelException if the resource is not on the class path, is another one than expected, or cannot be
     *     written anywhere
     */
    public synchronized Path materialise(PinnedResource resource) {
        Path file = directory.resolve(resource.fileName());
        try (InputStream in = resource.open()) {
            if (isComplete(file, resource)) {
                return file;
            }
            return copy(in, resource, file);
        } catch (IOException e) {
            return materialiseAside(resource, e);
        }
    }

    private static boolean isComplete(Path file, PinnedResource resource) {
        try {
            return Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) == resource.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    private Path copy(InputStream in, PinnedResource resource, Path file) throws IOException {
        Files.createDirectories(directory);
        try {
            AtomicFile.write(file, out -> write(in, resource, out));
        } catch (IOException e) {
            if (!isComplete(file, resource)) { // else another process was first, and has it open
                throw e;
            }
        }
        return file;
    }

    private Path materialiseAside(PinnedResource resource, IOException problem) {
        Path file = null;
        try (InputStream in = resource.open()) {
            file = Files.createTempFile(fallback, "zsl4j-", resource.fileName());
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                write(in, resource, out);
            }
            return file;
        } catch (IOException e) {
            delete(file);
            e.addSuppressed(problem);
            throw noRoom(resource, problem, e);
        } catch (ModelException e) {
            delete(file);
            throw e;
        }
    }

    private ModelException noRoom(PinnedResource resource, IOException first, IOException second) {
        return new ModelException(
                resource.path() + " (" + resource.bytes() + " bytes) can be unpacked neither to " + directory + " ("
                        + first + ") nor to " + fallback + " (" + second
                        + "); name a directory with enough space by -Dzsl4j.cache=DIRECTORY",
                second);
    }

    private static void delete(Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }

    private static void write(InputStream in, PinnedResource resource, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        new DigestInputStream(in, digest).transferTo(out);
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(resource.sha256())) {
            throw new ModelException(resource.path() + " on the class path is not the file of " + resource.origin()
                    + " (its SHA-256 is " + found + " and not " + resource.sha256() + "); use this version");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

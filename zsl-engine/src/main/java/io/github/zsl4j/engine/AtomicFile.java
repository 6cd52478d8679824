package io.github.zsl4j.engine;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes files beside their places and then moves them there in one step. So whoever opens a file sees all of its old content
 * or all of the new one, also after a crash. (A file system that cannot move in one step replaces the file as it can.)
 */
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {

        /** @param out buffered; closed by the caller */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file that other threads and programs may be writing too, such as one of a cache. The last one wins.
     *
     * @param file is replaced if it exists; its folder exists
     * @throws IOException if it cannot be written; then an older one is there as it was
     */
    public static void write(Path file, Content content) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".partial");
        write(file, fresh, content, false);
    }

    /**
     * Writes a file that nobody else writes and that must not be lost: its content is on the disk before it is moved, so that a
     * power failure leaves the old file or the new one. What a crash leaves beside it is replaced by the next call.
     *
     * @param file is replaced if it exists; its folder exists
     * @throws IOException if it cannot be written; then an older one is there as it was
     */
    public static void writeDurably(Path file, Content content) throws IOException {
        write(file, file.resolveSibling(file.getFileName() + ".new"), content, true);
    }

    private static void write(Path file, Path fresh, Content content, boolean durably) throws IOException {
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER)) {
                content.writeTo(out);
            }
            if (durably) {
                sync(fresh);
            }
            move(fresh, file);
        } catch (IOException | RuntimeException | Error e) {
            delete(fresh, e);
            throw e;
        }
    }

    /** A stream, since a channel would be closed if the thread has been interrupted. */
    private static void sync(Path file) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.getFD().sync();
        }
    }

    private static void move(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path fresh, Throwable failure) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}

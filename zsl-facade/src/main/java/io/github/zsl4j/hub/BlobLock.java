package io.github.zsl4j.hub;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps threads and processes from downloading the same content side by side; the second waits. Where a file system has no
 * locks, both download, and the checksum decides.
 */
final class BlobLock {

    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
    private static final Logger LOG = LoggerFactory.getLogger(BlobLock.class);

    private BlobLock() {}

    /** What is done alone. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** Waits for the lock, and runs the action under it. */
    static void holding(Path file, Action action) throws IOException {
        ReentrantLock threads = THREADS.computeIfAbsent(file.toAbsolutePath(), path -> new ReentrantLock());
        threads.lock();
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel processes = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(processes, file);
                action.run();
            }
        } finally {
            threads.unlock();
        }
    }

    private static void lock(FileChannel processes, Path file) throws IOException {
        try {
            if (processes.tryLock() == null) {
                LOG.info("{}: another process is downloading this file; waiting for it", file);
                processes.lock();
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("{}: this file system has no locks", file, e);
        }
    }
}

package io.github.zsl4j.hub;

import io.github.zsl4j.engine.ResourceCache;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** What a download asks of the machine; a test puts one in its place that is full, or has no links. */
class Machine {

    /** Bytes that can be written to the disk of an existing folder. */
    long usableSpace(Path folder) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        return disk.getTotalSpace() == 0 ? Long.MAX_VALUE : disk.getUsableSpace(); // some do not tell
    }

    /** Opens a file for writing at its end. */
    WritableByteChannel append(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** @throws UnsupportedOperationException or IOException where there are no symbolic links */
    void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
    }

    void pause(Duration pause) throws InterruptedException {
        Thread.sleep(pause.toMillis());
    }

    long nanoTime() {
        return System.nanoTime();
    }

    /** A folder of this library's own, beside the caches of others. */
    Path ownFolder() {
        return ResourceCache.ofUser().directory();
    }
}

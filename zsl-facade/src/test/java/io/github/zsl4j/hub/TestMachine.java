package io.github.zsl4j.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A machine whose pauses take no time, and that can be short of room and links. */
final class TestMachine extends Machine {

    final List<Duration> pauses = new ArrayList<>();
    long free = Long.MAX_VALUE;
    /** Bytes that can be written before the disk is full, whatever it said before. */
    long room = Long.MAX_VALUE;

    boolean links = true;
    private final Path own;

    TestMachine(Path own) {
        this.own = own;
    }

    @Override
    long usableSpace(Path folder) {
        return free;
    }

    @Override
    WritableByteChannel append(Path file) throws IOException {
        WritableByteChannel channel = super.append(file);
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                if (bytes.remaining() > room) {
                    throw new IOException("No space left on device");
                }
                room -= bytes.remaining();
                return channel.write(bytes);
            }

            @Override
            public boolean isOpen() {
                return channel.isOpen();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    void link(Path link, Path target) throws IOException {
        if (!links) {
            throw new UnsupportedOperationException("no links here");
        }
        super.link(link, target);
    }

    @Override
    void pause(Duration pause) {
        pauses.add(pause);
    }

    @Override
    Path ownFolder() {
        return own;
    }
}

package io.github.zsl4j.data.pictures;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Vectors by digests, in a file that only grows. A record that a killed program left half-written, or that is damaged, ends
 * what is read; it and what follows are cut off. Thread-safe.
 *
 * <p>Layout, big-endian: {@code ZSLV}, version 1, length of the space's text (int), the text in UTF-8; then records of 32 bytes
 * of digest, d floats, CRC-32 of both (int).
 */
final class VectorFile implements AutoCloseable {

    private static final int MAGIC = 0x5a534c56;
    private static final int VERSION = 1;
    private static final int DIGEST = 32;
    private static final int START = 12;

    private final Path file;
    private final FileChannel channel;
    private final int dimension;
    private final Map<String, float[]> vectors = new HashMap<>();

    private VectorFile(Path file, FileChannel channel, int dimension) {
        this.file = file;
        this.channel = channel;
        this.dimension = dimension;
    }

    static VectorFile open(Path file, EmbeddingSpace space) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(file, channel);
                VectorFile opened = new VectorFile(file, channel, space.dimension());
                opened.read(space);
                return opened;
            } catch (IOException | DataException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DataException(file + ": the cache cannot be opened (" + e + ")", e);
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new DataException(file + ": the cache is in use; close it there, or name another file");
        }
    }

    private void read(EmbeddingSpace space) throws IOException {
        byte[] name =
                (space.name() + "\n" + space.dimension() + "\n" + space.identity()).getBytes(StandardCharsets.UTF_8);
        if (channel.size() < START) {
            begin(name);
            return;
        }
        ByteBuffer start = next(START);
        if (start.getInt() != MAGIC || start.getInt() != VERSION) {
            throw new DataException(file + ": this is no cache of vectors; name another file");
        }
        int length = start.getInt();
        if (length != name.length || !ByteBuffer.wrap(name).equals(next(length))) {
            throw new DataException(
                    file + ": the cache is of another encoder than " + space + "; name another file, or delete it");
        }
        readRecords();
    }

    private void begin(byte[] name) throws IOException {
        channel.truncate(0);
        ByteBuffer start = ByteBuffer.allocate(START + name.length);
        write(start.putInt(MAGIC).putInt(VERSION).putInt(name.length).put(name).flip());
    }

    private void readRecords() throws IOException {
        long good = channel.position();
        int size = DIGEST + dimension * Float.BYTES + Integer.BYTES;
        while (channel.size() - good >= size) {
            ByteBuffer record = next(size);
            if ((int) checksum(record) != record.getInt(size - Integer.BYTES)) {
                break;
            }
            byte[] digest = new byte[DIGEST];
            record.get(digest);
            float[] vector = new float[dimension];
            record.asFloatBuffer().get(vector);
            vectors.put(HexFormat.of().formatHex(digest), vector);
            good += size;
        }
        channel.truncate(good);
        channel.position(good);
    }

    private static long checksum(ByteBuffer record) {
        CRC32 crc = new CRC32();
        crc.update(record.array(), 0, record.capacity() - Integer.BYTES);
        return crc.getValue();
    }

    /** The next bytes, or fewer at the end of the file. */
    private ByteBuffer next(int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(Math.max(0, size), channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A read may give less than is asked for.
        }
        return bytes.flip();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    synchronized int size() {
        return vectors.size();
    }

    /** The vector, not to be written to, or null. */
    synchronized float[] get(String digest) {
        return vectors.get(digest);
    }

    /** @param found one row for each digest */
    synchronized void add(List<String> digests, EmbeddingMatrix found) {
        int size = DIGEST + dimension * Float.BYTES + Integer.BYTES;
        try {
            for (int i = 0; i < digests.size(); i++) {
                float[] vector = found.row(i).toArray();
                ByteBuffer record = ByteBuffer.allocate(size).put(HexFormat.of().parseHex(digests.get(i)));
                record.asFloatBuffer().put(vector);
                record.putInt(size - Integer.BYTES, (int) checksum(record));
                write(record.clear());
                vectors.put(digests.get(i), vector);
            }
        } catch (IOException e) {
            throw new DataException(file + ": the cache cannot be written (" + e + ")", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DataException(file + ": the cache cannot be closed (" + e + ")", e);
        }
    }
}

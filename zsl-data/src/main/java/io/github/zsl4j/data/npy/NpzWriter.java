package io.github.zsl4j.data.npy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a {@code .npz} file, which NumPy's {@code load} opens. Equal content gives equal bytes: entries carry no time.
 * Not thread-safe. The file is whole only after {@link #close}.
 */
public final class NpzWriter implements AutoCloseable {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final boolean compressed;

    private NpzWriter(ZipOutputStream zip, boolean compressed) {
        this.zip = zip;
        this.compressed = compressed;
    }

    /**
     * @param file is overwritten
     * @param compressed whether entries are deflated; floats hardly get smaller by it
     */
    public static NpzWriter create(Path file, boolean compressed) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        return new NpzWriter(new ZipOutputStream(out), compressed);
    }

    /**
     * @param name without {@code .npy}
     * @throws IOException if the name has been used or the disk does not take it
     */
    public NpzWriter array(String name, NpyArray array) throws IOException {
        return entry(name + ".npy", out -> Npy.write(out, array, NpyFormat.DEFAULT));
    }

    /** @param entry the name of the entry in full */
    public NpzWriter bytes(String entry, byte[] content) throws IOException {
        return entry(entry, out -> out.write(content));
    }

    private NpzWriter entry(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        if (!compressed) {
            declare(entry, content);
        }
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
        return this;
    }

    /** A stored entry is preceded by its size and checksum, so the content is made twice. */
    private static void declare(ZipEntry entry, Content content) throws IOException {
        CountingStream count = new CountingStream();
        CheckedOutputStream checked = new CheckedOutputStream(count, new CRC32());
        content.writeTo(checked);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(count.size);
        entry.setCrc(checked.getChecksum().getValue());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** What goes into an entry. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Counts bytes and drops them. */
    private static final class CountingStream extends OutputStream {

        private long size;

        @Override
        public void write(int b) {
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            size += length;
        }
    }
}

package io.github.zsl4j.data.npy;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The bytes of an entry of an archive, no more than it declares, with the checksum that {@code ZipFile} leaves out. */
final class CheckedEntry extends CheckedInputStream {

    private final ZipEntry entry;
    private long left;

    CheckedEntry(InputStream in, ZipEntry entry) {
        super(in, new CRC32());
        this.entry = entry;
        this.left = entry.getSize();
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new ZipException("it has more bytes than the " + entry.getSize() + " that it declares");
        }
    }

    /** To be called at the end of the entry. */
    void requireWhole() throws IOException {
        if (left != 0 || getChecksum().getValue() != entry.getCrc()) {
            throw new ZipException("its checksum is wrong");
        }
    }
}

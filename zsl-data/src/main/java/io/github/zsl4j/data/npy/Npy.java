package io.github.zsl4j.data.npy;

import io.github.zsl4j.data.DataException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads and writes {@code .npy} files of versions 1 to 3. */
public final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** Far more than three entries need; NumPy itself refuses more than 10,000 unless told otherwise. */
    private static final int MAX_HEADER = 1 << 16;

    private static final int ALIGNMENT = 64;

    private Npy() {}

    /** @throws DataException if the file cannot be read or does not hold exactly one array of numbers */
    public static NpyArray read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, file.toString(), Files.size(file));
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": the file cannot be read (" + e + ")", e);
        }
    }

    /**
     * @param in from the first byte of the file on; read to its end, not closed
     * @param name what to call the file in messages
     * @param size bytes of the file; memory is taken only for what fits into it
     * @throws DataException if these are not the bytes of exactly one array of numbers
     */
    public static NpyArray read(InputStream in, String name, long size) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
            throw new DataException(name + ": this is not a .npy file of NumPy, which begins with \\x93NUMPY");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw new DataException(
                    name + ": version " + version + " of the .npy format is not known; the versions are 1 to 3");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        int length = headerLength(name, exactly(in, lengthBytes, name, "head"));
        byte[] text = exactly(in, length, name, "head");
        String header = new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        long rest = size - start.length - lengthBytes - length;
        return data(in, name, NpyHeader.parse(name, header, version), rest);
    }

    private static int headerLength(String name, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.length == 2 ? buffer.getShort() & 0xffff : buffer.getInt();
        if (length < 0 || length > MAX_HEADER) {
            throw new DataException(name + ": the head of the array claims a length of "
                    + Integer.toUnsignedString(length) + " bytes; the file is damaged");
        }
        return length;
    }

    private static NpyArray data(InputStream in, String name, NpyHeader header, long rest) throws IOException {
        int size = header.dataSize(name);
        if (size != rest) {
            throw new DataException(name + ": an array of shape " + Arrays.toString(header.shape()) + " of "
                    + header.type() + " has " + size + " bytes, but " + rest + " follow; the file is "
                    + (rest < size ? "truncated" : "damaged or has something after the array"));
        }
        byte[] data = exactly(in, size, name, "data");
        if (in.read() >= 0) {
            throw new DataException(name + ": the file goes on after the array");
        }
        return NpyArray.wrap(name, header.type(), header.shape(), Layout.toOurs(data, header));
    }

    private static byte[] exactly(InputStream in, int count, String name, String what) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new DataException(name + ": the " + what + " of the array ends after " + bytes.length + " of " + count
                    + " bytes; the file is truncated");
        }
        return bytes;
    }

    /**
     * Writes a file as NumPy does.
     *
     * @throws IOException if the disk does not take it; what was there before may be lost
     */
    public static void write(Path file, NpyArray array) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, array, NpyFormat.DEFAULT);
        }
    }

    /** @param out not closed */
    public static void write(OutputStream out, NpyArray array, NpyFormat format) throws IOException {
        NpyHeader header = new NpyHeader(array.type(), format, array.shape());
        byte[] text = header.render().getBytes(StandardCharsets.US_ASCII);
        int lengthBytes = format.version() == 1 ? 2 : 4;
        int before = MAGIC.length + 2 + lengthBytes;
        int padded = (before + text.length + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
        ByteBuffer head = ByteBuffer.allocate(before + padded).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).put((byte) format.version()).put((byte) 0);
        if (lengthBytes == 2) {
            head.putShort((short) padded);
        } else {
            head.putInt(padded);
        }
        head.put(text);
        Arrays.fill(head.array(), head.position(), head.capacity() - 1, (byte) ' ');
        head.array()[head.capacity() - 1] = '\n';
        out.write(head.array());
        out.write(Layout.toFile(array.bytes(), header));
    }
}

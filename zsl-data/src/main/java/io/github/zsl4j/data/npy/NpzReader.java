package io.github.zsl4j.data.npy;

import io.github.zsl4j.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a {@code .npz} file: a zip archive of arrays, each {@code name.npy}, stored or deflated, and perhaps of other
 * entries. An entry is read when it is asked for; its checksum (CRC-32) is verified. Not thread-safe.
 */
public final class NpzReader implements AutoCloseable {

    private static final String SUFFIX = ".npy";

    /** Deflate reaches 1,000 : 1 on zeros; an archive that expands further than this is made to fill the memory. */
    private static final long MAX_EXPANSION = 100;

    /** What a small archive may expand to in any case. */
    private static final long ALWAYS_ALLOWED = 64L << 20;

    private static final int MAX_ENTRIES = 100_000;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    private NpzReader(Path file, ZipFile zip, Map<String, ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
    }

    /** @throws DataException if the file cannot be read, is no zip archive, or would expand beyond measure */
    public static NpzReader open(Path file) {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new NpzReader(file, zip, entries(file, zip));
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (ZipException | IllegalArgumentException e) {
            throw closing(
                    zip, new DataException(file + ": this is not a .npz file, a zip archive (" + reason(e) + ")", e));
        } catch (IOException e) {
            throw closing(zip, new DataException(file + ": the file cannot be read (" + e + ")", e));
        } catch (DataException e) {
            throw closing(zip, e);
        }
    }

    private static DataException closing(ZipFile zip, DataException failure) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static Map<String, ZipEntry> entries(Path file, ZipFile zip) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new DataException(file + ": the archive has " + zip.size() + " entries; at most " + MAX_ENTRIES);
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entries.put(entry.getName(), entry) != null) {
                throw new DataException(file + ": the archive has two entries named '" + entry.getName() + "'");
            }
            total += Math.max(0, entry.getSize());
        }
        long limit = Math.max(ALWAYS_ALLOWED, MAX_EXPANSION * Files.size(file));
        if (total > limit) {
            throw new DataException(file + ": the archive would expand to " + total + " bytes, more than "
                    + MAX_EXPANSION + " times its size; save it without compression if it is meant");
        }
        return entries;
    }

    /** The names of all arrays, without {@code .npy}, in the order of the archive. */
    public Set<String> arrays() {
        Set<String> names = new java.util.LinkedHashSet<>();
        for (String name : entries.keySet()) {
            if (name.endsWith(SUFFIX)) {
                names.add(name.substring(0, name.length() - SUFFIX.length()));
            }
        }
        return names;
    }

    /**
     * @param name without {@code .npy}
     * @throws DataException if there is no such array or it is damaged
     */
    public NpyArray array(String name) {
        String entry = name + SUFFIX;
        return read(entry, (in, size) -> Npy.read(in, label(entry), size));
    }

    /**
     * The bytes of an entry that is no array.
     *
     * @param entry its name in full
     * @param limit how many bytes it may have
     * @throws DataException if there is no such entry, it has more, or it is damaged
     */
    public byte[] bytes(String entry, int limit) {
        return read(entry, (in, size) -> {
            byte[] bytes = size > limit ? new byte[0] : in.readNBytes(limit);
            if (bytes.length != size || in.read() >= 0) {
                throw new DataException(label(entry) + ": " + size + " bytes are declared, " + bytes.length
                        + " were read, and at most " + limit + " are allowed");
            }
            return bytes;
        });
    }

    private String label(String entry) {
        return file + " (" + entry + ")";
    }

    private <T> T read(String name, EntryReader<T> reader) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new DataException(file + ": the archive has no entry '" + name + "'; it has " + entries.keySet());
        }
        try (InputStream in = zip.getInputStream(entry);
                CheckedEntry checked = new CheckedEntry(in, entry)) {
            T value = reader.read(checked, entry.getSize());
            checked.requireWhole();
            return value;
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException(label(name) + ": the entry is damaged (" + reason(e) + ")", e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new DataException(file + ": the file cannot be closed (" + e + ")", e);
        }
    }

    /** What is made of an entry. */
    private interface EntryReader<T> {
        T read(InputStream in, long size) throws IOException;
    }
}

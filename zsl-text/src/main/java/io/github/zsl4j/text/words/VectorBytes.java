package io.github.zsl4j.text.words;

import io.github.zsl4j.error.ModelException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file of word vectors, unpacked if need be, in one pass; what lies on disk is digested on the way. Not
 * thread-safe. The stream stays the caller's to close.
 */
final class VectorBytes {

    /** Also the longest line: a thousand dimensions take some 20 kB. */
    static final int WINDOW = 1 << 20;

    private static final int IDENTITY_CHARACTERS = 16;

    private final String name;
    private final MessageDigest digest = sha256();
    private final InputStream raw;
    private final InputStream in;
    private final byte[] buffer = new byte[WINDOW];
    private int at;
    private int end;

    /** @param name what messages call the file */
    VectorBytes(InputStream file, String name) {
        this.name = name;
        this.raw = new BufferedInputStream(new DigestInputStream(file, digest), 1 << 16);
        this.in = unpacked();
        fill();
    }

    private InputStream unpacked() {
        try {
            raw.mark(4);
            byte[] magic = raw.readNBytes(4);
            raw.reset();
            if (startsWith(magic, 0x1F, 0x8B)) {
                return new GZIPInputStream(raw, 1 << 16);
            }
            requireNoOtherKind(magic);
            return raw;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void requireNoOtherKind(byte[] magic) {
        if (startsWith(magic, 'P', 'K', 3, 4)) {
            throw new ModelException(name + ": this is a zip archive; unpack it, and give the file inside");
        }
        if (startsWith(magic, 0xBA, 0x16, 0x4F, 0x2F)) {
            throw new ModelException(name + ": this is a fastText model; give the .vec file that belongs to it");
        }
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    String name() {
        return name;
    }

    /** A copy of what comes next, up to {@link #WINDOW} bytes when called before anything is read. */
    byte[] peek() {
        return Arrays.copyOfRange(buffer, at, end);
    }

    /** The next byte, or -1 at the end. */
    int read() {
        if (at == end) {
            fill();
        }
        return at == end ? -1 : buffer[at++] & 0xFF;
    }

    /** Fills {@code target}; false if the file ends before. */
    boolean readFully(byte[] target) {
        int done = 0;
        while (done < target.length) {
            if (at == end) {
                fill();
            }
            int count = Math.min(end - at, target.length - done);
            if (count == 0) {
                return false;
            }
            System.arraycopy(buffer, at, target, done, count);
            at += count;
            done += count;
        }
        return true;
    }

    /**
     * The next line without its line feed, or null at the end.
     *
     * @throws ModelException if it is longer than {@link #WINDOW}
     */
    byte[] line() {
        int feed = feed();
        if (feed < 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
            fillFrom(end);
            feed = feed();
        }
        if (feed < 0 && end == WINDOW) {
            throw new ModelException(
                    name + ": a line of more than " + WINDOW + " bytes; this is no file of word vectors");
        }
        if (feed < 0 && at == end) {
            return null;
        }
        byte[] line = Arrays.copyOfRange(buffer, at, feed < 0 ? end : feed);
        at = feed < 0 ? end : feed + 1;
        return line;
    }

    private int feed() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void fill() {
        at = 0;
        fillFrom(0);
    }

    private void fillFrom(int start) {
        try {
            end = start + in.readNBytes(buffer, start, WINDOW - start);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The first 16 hexadecimal digits of the SHA-256 of the file as it lies on disk; reads it to its end. */
    String identity() {
        try {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw unreadable(e);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, IDENTITY_CHARACTERS);
    }

    private ModelException unreadable(IOException e) {
        return new ModelException(name + ": the file cannot be read, or ends too early (" + e + ")", e);
    }
}

package io.github.zsl4j.train.gradient;

import io.github.zsl4j.engine.AtomicFile;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file with the state of a training. A new state is written beside the old one and then put in its place, so that there
 * is a whole file at any time.
 *
 * <p>Layout, big-endian: {@code ZSLT}, version 2, SHA-256 of the training's identity, epoch (int), best epoch (int),
 * best measure (double), the steps of each parameter (longs), the arrays of {@link TrainingState#arrays} (floats), CRC-32 of
 * all that (long).
 */
final class Checkpoint {

    private static final int MAGIC = 0x5a534c54;
    private static final int VERSION = 2;
    private static final int DIGEST = 32;
    private static final int HEADER = 4 + 4 + DIGEST + 4 + 4 + 8;

    private final Path file;
    private final byte[] identity;

    /** @param identity tells trainings apart whose results differ */
    Checkpoint(Path file, String identity) {
        this.file = file.toAbsolutePath();
        this.identity = digest(identity);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void write(TrainingState state) {
        try {
            AtomicFile.writeDurably(file, out -> write(state, out));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the checkpoint cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private void write(TrainingState state, OutputStream out) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
        DataOutputStream data = new DataOutputStream(checked);
        data.write(header(state).array());
        for (long steps : state.moments().steps()) {
            data.writeLong(steps);
        }
        for (float[] values : state.arrays()) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
            bytes.asFloatBuffer().put(values);
            data.write(bytes.array());
        }
        data.writeLong(checked.getChecksum().getValue());
        data.flush();
    }

    private ByteBuffer header(TrainingState state) {
        return ByteBuffer.allocate(HEADER)
                .putInt(MAGIC)
                .putInt(VERSION)
                .put(identity)
                .putInt(state.epoch())
                .putInt(state.bestEpoch())
                .putDouble(state.bestMeasure());
    }

    /** Replaces the state by the file's, if there is a file. */
    void readInto(TrainingState state) {
        if (!Files.exists(file)) {
            return;
        }
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            readHeader(in, state);
            readArrays(in, state);
            long sum = in.getChecksum().getValue();
            require(bytes(in, 8).getLong() == sum, "the checkpoint is damaged, its checksum is wrong");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the checkpoint cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private void readArrays(CheckedInputStream in, TrainingState state) throws IOException {
        List<float[]> arrays = state.arrays();
        long[] steps = state.moments().steps();
        long size = HEADER
                + 8L * steps.length
                + arrays.stream().mapToLong(a -> 4L * a.length).sum()
                + 8;
        require(Files.size(file) == size, "the checkpoint has " + Files.size(file) + " bytes, not " + size);
        bytes(in, 8 * steps.length).asLongBuffer().get(steps);
        for (float[] values : arrays) {
            bytes(in, Math.multiplyExact(values.length, Float.BYTES))
                    .asFloatBuffer()
                    .get(values);
        }
    }

    private void readHeader(CheckedInputStream in, TrainingState state) throws IOException {
        ByteBuffer header = bytes(in, HEADER);
        require(header.getInt() == MAGIC && header.getInt() == VERSION, "this is no checkpoint of a training");
        byte[] found = new byte[DIGEST];
        header.get(found);
        require(
                MessageDigest.isEqual(found, identity),
                "the checkpoint is of a training with other options or other data");
        state.resume(header.getInt(), header.getInt(), header.getDouble());
    }

    private ByteBuffer bytes(CheckedInputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        require(bytes.length == count, "the checkpoint ends too early");
        return ByteBuffer.wrap(bytes);
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(file + ": " + problem + "; delete it to train from the beginning");
        }
    }
}

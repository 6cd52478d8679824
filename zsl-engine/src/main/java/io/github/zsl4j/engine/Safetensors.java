package io.github.zsl4j.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.zsl4j.error.ModelException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads and writes files in the safetensors format: an 8-byte little-endian length, a JSON header, then the raw data
 * (<a href="https://github.com/huggingface/safetensors">github.com/huggingface/safetensors</a>).
 */
public final class Safetensors {

    /** The data begin at a multiple of this, so that they can be mapped. */
    private static final int ALIGNMENT = 8;

    private Safetensors() {}

    /**
     * What a file holds.
     *
     * @param tensors by name; 16-bit floats are widened
     * @param metadata texts that the writer added
     */
    public record Contents(Map<String, Tensor> tensors, Map<String, String> metadata) {}

    /**
     * Reads all tensors.
     *
     * @param name of the file, for messages
     * @param in read to its end, not closed
     * @return name to tensor; 16-bit floats are widened
     * @throws ModelException if the file is damaged or holds another type than F16, BF16, F32 or I64
     */
    public static Map<String, Tensor> read(String name, InputStream in) {
        try {
            return parse(in.readAllBytes()).tensors();
        } catch (IOException | RuntimeException e) { // whatever the bytes do to the JSON reader or to us
            throw damaged(name, e);
        }
    }

    /**
     * Reads all tensors and the metadata of a file of less than 2 GB.
     *
     * @throws ModelException if the file is missing, damaged or holds another type than F16, BF16, F32 or I64
     */
    public static Contents readAll(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException | RuntimeException e) {
            throw damaged(file.toString(), e);
        }
    }

    private static ModelException damaged(String name, Exception e) {
        String problem = e instanceof IOException && !(e instanceof EOFException)
                ? ": cannot be read: " + (e.getClass() == IOException.class ? e.getMessage() : e)
                : ": not a valid safetensors file (" + e.getMessage() + ")";
        return new ModelException(name + problem, e);
    }

    private static Contents parse(byte[] file) {
        int headerLength = SafetensorsHeader.length(file, file.length);
        String json = new String(file, Long.BYTES, headerLength, StandardCharsets.UTF_8);
        int start = Long.BYTES + headerLength;
        SafetensorsHeader header = SafetensorsHeader.parse(json, file.length - start);
        ByteBuffer data = ByteBuffer.wrap(file, start, file.length - start).slice();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (SafetensorsHeader.Entry e : header.entries()) {
            tensors.put(e.name(), e.tensor(data.slice((int) e.from(), e.length())));
        }
        return new Contents(tensors, header.metadata());
    }

    /**
     * Reads some tensors of a file of any size; the rest of it is not touched.
     *
     * @param names of the wanted tensors
     * @return those of them that are there
     * @throws ModelException if the file is missing or damaged, or a wanted tensor is not F16, BF16, F32 or I64
     */
    public static Map<String, Tensor> read(Path file, Set<String> names) {
        try (FileChannel channel = FileChannel.open(file)) {
            SafetensorsHeader header = header(channel);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (SafetensorsHeader.Entry e : header.entries()) {
                if (names.contains(e.name())) {
                    byte[] bytes = bytes(channel, channel.size() - header.dataSize() + e.from(), e.length());
                    tensors.put(e.name(), e.tensor(ByteBuffer.wrap(bytes)));
                }
            }
            return tensors;
        } catch (IOException | RuntimeException e) {
            throw damaged(file.toString(), e);
        }
    }

    /**
     * Reads only the texts that the writer added to a file of any size.
     *
     * @throws ModelException if the file is missing or damaged
     */
    public static Map<String, String> metadata(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return Collections.unmodifiableMap(header(channel).metadata());
        } catch (IOException | RuntimeException e) {
            throw damaged(file.toString(), e);
        }
    }

    private static SafetensorsHeader header(FileChannel channel) throws IOException {
        long size = channel.size();
        int length = SafetensorsHeader.length(bytes(channel, 0, (int) Math.min(size, Long.BYTES)), size);
        String json = new String(bytes(channel, Long.BYTES, length), StandardCharsets.UTF_8);
        return SafetensorsHeader.parse(json, size - Long.BYTES - length);
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("the file ends early");
            }
        }
        return buffer.array();
    }

    /**
     * Writes tensors as F32 and I64, sorted by name, so that equal contents give equal files.
     *
     * @param out not closed
     * @throws IllegalArgumentException if a tensor is called {@code __metadata__}, which the format keeps for itself
     */
    public static void write(OutputStream out, Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        if (tensors.containsKey(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException("No tensor can be called " + SafetensorsHeader.METADATA);
        }
        TreeMap<String, Tensor> sorted = new TreeMap<>(tensors);
        byte[] header = header(sorted, new TreeMap<>(metadata));
        ByteBuffer length =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length);
        out.write(length.array());
        out.write(header);
        for (Tensor tensor : sorted.values()) {
            out.write(bytes(tensor));
        }
    }

    private static byte[] header(TreeMap<String, Tensor> tensors, TreeMap<String, String> metadata) {
        JsonObject header = new JsonObject();
        JsonObject texts = new JsonObject();
        metadata.forEach(texts::addProperty);
        header.add(SafetensorsHeader.METADATA, texts);
        long[] end = {0};
        tensors.forEach((name, tensor) -> header.add(name, entry(tensor, end)));
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static JsonObject entry(Tensor tensor, long[] end) {
        JsonObject entry = new JsonObject();
        entry.addProperty("dtype", tensor.isFloat() ? "F32" : "I64");
        JsonArray shape = new JsonArray();
        for (long length : tensor.shape()) {
            shape.add(length);
        }
        entry.add("shape", shape);
        JsonArray offsets = new JsonArray();
        offsets.add(end[0]);
        end[0] += Tensor.size(tensor.shape()) * (tensor.isFloat() ? Float.BYTES : Long.BYTES);
        offsets.add(end[0]);
        entry.add("data_offsets", offsets);
        return entry;
    }

    private static byte[] bytes(Tensor tensor) {
        if (tensor.isFloat()) {
            float[] values = tensor.floats();
            ByteBuffer bytes = buffer(Math.multiplyExact(values.length, Float.BYTES));
            bytes.asFloatBuffer().put(values);
            return bytes.array();
        }
        long[] values = tensor.longs();
        ByteBuffer bytes = buffer(Math.multiplyExact(values.length, Long.BYTES));
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

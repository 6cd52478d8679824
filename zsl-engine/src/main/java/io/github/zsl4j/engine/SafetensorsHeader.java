package io.github.zsl4j.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.linalg.HalfFloats;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a safetensors file.
 *
 * @param entries the tensors, in the header's order
 * @param metadata texts that the writer added
 * @param dataSize what follows the header, in bytes
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata, long dataSize) {

    /** The longest header that the format allows. */
    private static final int MAX_LENGTH = 100_000_000;

    /** The key of the texts, which no tensor can have. */
    static final String METADATA = "__metadata__";

    /**
     * The length of the header in bytes.
     *
     * @param prefix the first bytes of the file
     * @param size of the file in bytes
     * @throws IllegalArgumentException if there is no room for such a header
     */
    static int length(byte[] prefix, long size) {
        if (prefix.length < Long.BYTES) {
            throw new IllegalArgumentException("only " + prefix.length + " bytes");
        }
        long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > Math.min(size - Long.BYTES, MAX_LENGTH)) {
            throw new IllegalArgumentException("header of " + length + " bytes in a file of " + size);
        }
        return (int) length;
    }

    /**
     * @param dataSize what follows the header, in bytes
     * @throws IllegalArgumentException or another runtime exception if the header is damaged
     */
    static SafetensorsHeader parse(String json, long dataSize) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        JsonParser.parseString(json).getAsJsonObject().asMap().forEach((name, value) -> {
            if (name.equals(METADATA)) {
                value.getAsJsonObject().asMap().forEach((key, text) -> metadata.put(key, text.getAsString()));
            } else {
                entries.add(Entry.of(name, value));
            }
        });
        requireContiguous(entries, dataSize);
        return new SafetensorsHeader(entries, metadata, dataSize);
    }

    /** The tensors fill the data without gap or overlap, so that a small file cannot ask for much memory. */
    private static void requireContiguous(List<Entry> entries, long size) {
        long end = 0;
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::from).thenComparingLong(Entry::to));
        for (Entry e : sorted) {
            if (e.from != end || e.to < e.from || e.to > size) {
                throw new IllegalArgumentException("'" + e.name + "' lies at " + e.from + " to " + e.to + " of " + size
                        + " bytes of data, where " + end + " is the next free");
            }
            end = e.to;
        }
        if (end != size) {
            throw new IllegalArgumentException("the tensors end at " + end + " of " + size + " bytes of data");
        }
    }

    /** A tensor as the header describes it; positions in bytes from the end of the header. */
    record Entry(String name, String type, long[] shape, long from, long to) {

        static Entry of(String name, JsonElement json) {
            JsonObject entry = json.getAsJsonObject();
            long[] offsets = integers(name, entry, "data_offsets");
            if (offsets.length != 2) {
                throw new IllegalArgumentException("'" + name + "' has " + offsets.length + " data_offsets, not 2");
            }
            return new Entry(
                    name, string(name, entry.get("dtype")), integers(name, entry, "shape"), offsets[0], offsets[1]);
        }

        private static String string(String name, JsonElement type) {
            if (type == null || !type.isJsonPrimitive()) {
                throw new IllegalArgumentException("'" + name + "' has no dtype");
            }
            return type.getAsString();
        }

        /** Read as text, because Gson would wrap numbers that are too large and cut fractions off. */
        private static long[] integers(String name, JsonObject entry, String key) {
            if (!(entry.get(key) instanceof JsonArray array)) {
                throw new IllegalArgumentException("'" + name + "' has no list " + key);
            }
            try {
                return array.asList().stream()
                        .mapToLong(number -> Long.parseLong(number.getAsString()))
                        .toArray();
            } catch (RuntimeException e) { // Gson has its own for every kind of element
                throw new IllegalArgumentException(
                        "'" + name + "' has among its " + key + " what is no 64-bit integer: " + e.getMessage(), e);
            }
        }

        /** @throws IllegalArgumentException if no array is that long */
        int length() {
            if (to - from > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "'" + name + "' has " + (to - from) + " bytes; at most 2 GiB of one tensor are read");
            }
            return (int) (to - from);
        }

        /** @param bytes of the tensor alone */
        Tensor tensor(ByteBuffer bytes) {
            int width = width();
            long length = to - from;
            long count = Tensor.size(shape);
            if (count != length / width || length % width != 0) { // before anything is allocated
                throw new IllegalArgumentException(
                        "'" + name + "' has " + count + " values of " + type + " in " + length + " bytes");
            }
            ByteBuffer data = bytes.order(ByteOrder.LITTLE_ENDIAN);
            if (type.equals("I64")) {
                long[] values = new long[(int) count];
                data.asLongBuffer().get(values);
                return Tensor.of(values, shape);
            }
            return Tensor.of(floats(data, (int) count), shape);
        }

        private int width() {
            return switch (type) {
                case "F16", "BF16" -> Short.BYTES;
                case "F32" -> Float.BYTES;
                case "I64" -> Long.BYTES;
                default ->
                    throw new IllegalArgumentException(
                            "values of type " + type + "; only F16, BF16, F32 and I64 are read");
            };
        }

        private float[] floats(ByteBuffer data, int count) {
            float[] values = new float[count];
            if (type.equals("F32")) {
                data.asFloatBuffer().get(values);
                return values;
            }
            for (int i = 0; i < count; i++) {
                short bits = data.getShort(i * Short.BYTES);
                values[i] = type.equals("F16") ? HalfFloats.fromFloat16(bits) : HalfFloats.fromBfloat16(bits);
            }
            return values;
        }
    }
}

package io.github.zsl4j.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads files in the safetensors format: an 8-byte little-endian length, a JSON header, then the raw data
 * (<a href="https://github.com/huggingface/safetensors">github.com/huggingface/safetensors</a>).
 */
public final class Safetensors {

    /** The longest header that the format allows. */
    private static final int MAX_HEADER = 100_000_000;

    private Safetensors() {}

    /**
     * Reads all tensors; 16-bit floats are widened.
     *
     * @param name of the file, for messages
     * @param in read to its end, not closed
     * @return name to tensor
     * @throws ModelException if the file is damaged or holds another type than F16 or F32
     */
    public static Map<String, Tensor> read(String name, InputStream in) {
        try {
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new ModelException(name + ": cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) { // whatever the bytes do to the JSON reader or to us
            throw new ModelException(name + ": not a valid safetensors file (" + e.getMessage() + ")", e);
        }
    }

    private static Map<String, Tensor> parse(byte[] file) {
        int headerLength = headerLength(file);
        String header = new String(file, Long.BYTES, headerLength, StandardCharsets.UTF_8);
        int start = Long.BYTES + headerLength;
        ByteBuffer data = ByteBuffer.wrap(file, start, file.length - start).slice();
        List<Entry> entries = new ArrayList<>();
        JsonParser.parseString(header).getAsJsonObject().asMap().forEach((name, json) -> {
            if (!name.equals("__metadata__")) {
                entries.add(Entry.of(name, json));
            }
        });
        requireContiguous(entries, data.limit());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        entries.forEach(entry -> tensors.put(entry.name, tensor(entry, data)));
        return tensors;
    }

    private static int headerLength(byte[] file) {
        if (file.length < Long.BYTES) {
            throw new IllegalArgumentException("only " + file.length + " bytes");
        }
        long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > Math.min(file.length - Long.BYTES, MAX_HEADER)) {
            throw new IllegalArgumentException("header of " + length + " bytes in a file of " + file.length);
        }
        return (int) length;
    }

    /** The tensors fill the data without gap or overlap, so that a small file cannot ask for much memory. */
    private static void requireContiguous(List<Entry> entries, int size) {
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

    private static Tensor tensor(Entry entry, ByteBuffer data) {
        int width = width(entry.type);
        long bytes = entry.to - entry.from;
        long count = Tensor.size(entry.shape);
        if (count != bytes / width || bytes % width != 0) { // before anything is allocated
            throw new IllegalArgumentException(
                    "'" + entry.name + "' has " + count + " values of " + entry.type + " in " + bytes + " bytes");
        }
        float[] values = new float[(int) count];
        fill(values, data.slice((int) entry.from, (int) bytes).order(ByteOrder.LITTLE_ENDIAN), width);
        return Tensor.of(values, entry.shape);
    }

    /** A tensor as the header describes it. */
    private record Entry(String name, String type, long[] shape, long from, long to) {

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
    }

    private static int width(String type) {
        return switch (type) {
            case "F16" -> Short.BYTES;
            case "F32" -> Float.BYTES;
            default -> throw new IllegalArgumentException("values of type " + type + "; only F16 and F32 are read");
        };
    }

    private static void fill(float[] values, ByteBuffer bytes, int width) {
        if (width == Float.BYTES) {
            bytes.asFloatBuffer().get(values);
            return;
        }
        short[] halves = new short[values.length];
        bytes.asShortBuffer().get(halves);
        for (int i = 0; i < values.length; i++) {
            values[i] = widen(halves[i]);
        }
    }

    /**
     * IEEE 754 binary16 to binary32. Shifting the 15 magnitude bits into place and multiplying by 2^112 is exact for
     * normal and subnormal values alike; only infinities and NaNs need their exponent set.
     */
    static float widen(short half) {
        int magnitude = half & 0x7fff;
        int sign = (half & 0x8000) << 16;
        if (magnitude >= 0x7c00) {
            return Float.intBitsToFloat(sign | 0x7f800000 | (magnitude & 0x3ff) << 13);
        }
        float value = Float.intBitsToFloat(magnitude << 13) * 0x1p112f;
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) | sign);
    }
}

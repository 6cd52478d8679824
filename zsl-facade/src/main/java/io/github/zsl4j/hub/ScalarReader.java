package io.github.zsl4j.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes single numbers out of a safetensors file that lies elsewhere, and makes a small file of the same format of them. */
final class ScalarReader {

    private static final Map<String, Integer> WIDTHS = Map.of("F32", 4, "F16", 2, "BF16", 2);
    /** As huggingface_hub limits it. */
    private static final long LONGEST_HEADER = 25_000_000;

    private final Source source;
    private final long size;
    private final JsonObject smallHeader = new JsonObject();
    private final ByteArrayOutputStream smallData = new ByteArrayOutputStream();

    /** The bytes of the file. */
    @FunctionalInterface
    interface Source {
        byte[] read(long from, int length);
    }

    private ScalarReader(Source source, long size) {
        this.source = source;
        this.size = size;
    }

    /**
     * @param names those that the file has not are left out
     * @param size of the file in bytes
     * @return a safetensors file
     * @throws IllegalArgumentException if the file is not one, or a value is not a single number
     */
    static byte[] read(List<String> names, long size, Source source) {
        ScalarReader reader = new ScalarReader(source, size);
        long length = reader.headerLength();
        JsonObject header = parse(source.read(Long.BYTES, (int) length));
        names.stream().filter(header::has).forEach(name -> reader.take(name, header, Long.BYTES + length));
        return reader.file();
    }

    private long headerLength() {
        if (size < Long.BYTES) {
            throw new IllegalArgumentException("only " + size + " bytes");
        }
        long length = ByteBuffer.wrap(source.read(0, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, size - Long.BYTES)) {
            throw new IllegalArgumentException("header of " + length + " bytes in a file of " + size);
        }
        return length;
    }

    private static JsonObject parse(byte[] header) {
        try {
            return JsonParser.parseString(new String(header, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
            throw new IllegalArgumentException("its header is no JSON object", e);
        }
    }

    private void take(String name, JsonObject header, long dataStart) {
        try {
            JsonObject entry = header.getAsJsonObject(name);
            String type = entry.getAsJsonPrimitive("dtype").getAsString();
            JsonArray offsets = entry.getAsJsonArray("data_offsets");
            long from = offsets.get(0).getAsLong();
            int width = WIDTHS.get(type);
            if (from >= 0 && offsets.get(1).getAsLong() - from == width && from <= size - dataStart - width) {
                add(
                        name,
                        type,
                        Objects.requireNonNull(entry.getAsJsonArray("shape")),
                        source.read(dataStart + from, width));
                return;
            }
        } catch (ClassCastException | NullPointerException | IllegalStateException | IndexOutOfBoundsException e) {
            // what is missing or of another type is said below; NumberFormatException is an IllegalArgumentException
        }
        throw new IllegalArgumentException("'" + name + "' is not one number of type F32, F16 or BF16");
    }

    private void add(String name, String type, JsonArray shape, byte[] bytes) {
        boolean upperHalf = type.equals("BF16"); // of an F32
        byte[] value = upperHalf ? new byte[] {0, 0, bytes[0], bytes[1]} : bytes;
        JsonArray offsets = new JsonArray();
        offsets.add(smallData.size());
        smallData.writeBytes(value);
        offsets.add(smallData.size());
        JsonObject entry = new JsonObject();
        entry.addProperty("dtype", upperHalf ? "F32" : type);
        entry.add("shape", shape);
        entry.add("data_offsets", offsets);
        smallHeader.add(name, entry);
    }

    private byte[] file() {
        byte[] json = smallHeader.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + smallData.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(smallData.toByteArray())
                .array();
    }
}

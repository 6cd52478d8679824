package io.github.zsl4j.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads files in the safetensors format: an 8-byte little-endian length, a JSON header, then the raw data
 * (<a href="https://github.com/huggingface/safetensors">github.com/huggingface/safetensors</a>).
 */
public final class Safetensors {

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
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | JsonParseException e) {
            throw new ModelException(name + ": not a valid safetensors file (" + e.getMessage() + ")", e);
        }
    }

    private static Map<String, Tensor> parse(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < Long.BYTES) {
            throw new IllegalArgumentException("only " + file.length + " bytes");
        }
        long headerLength = buffer.getLong();
        if (headerLength < 2 || headerLength > file.length - Long.BYTES) {
            throw new IllegalArgumentException("header of " + headerLength + " bytes in a file of " + file.length);
        }
        String header = new String(file, Long.BYTES, (int) headerLength, StandardCharsets.UTF_8);
        ByteBuffer data = buffer.slice(Long.BYTES + (int) headerLength, file.length - Long.BYTES - (int) headerLength)
                .order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> e :
                JsonParser.parseString(header).getAsJsonObject().entrySet()) {
            if (!e.getKey().equals("__metadata__")) {
                tensors.put(e.getKey(), tensor(e.getValue().getAsJsonObject(), data));
            }
        }
        return tensors;
    }

    private static Tensor tensor(JsonObject entry, ByteBuffer data) {
        long[] shape = entry.getAsJsonArray("shape").asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .toArray();
        int from = entry.getAsJsonArray("data_offsets").get(0).getAsInt();
        int to = entry.getAsJsonArray("data_offsets").get(1).getAsInt();
        ByteBuffer bytes = data.slice(from, to - from).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        String type = entry.get("dtype").getAsString();
        int width = width(type);
        if ((long) values.length * width != to - from) {
            throw new IllegalArgumentException(values.length + " values of " + type + " in " + (to - from) + " bytes");
        }
        fill(values, bytes, width);
        return Tensor.of(values, shape);
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

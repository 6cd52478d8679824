package io.github.zsl4j.engine;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes files in the safetensors format, valid and not. */
final class SafetensorsFile {

    private SafetensorsFile() {}

    /** @param header JSON, with ' for " */
    static byte[] file(String header, byte... data) {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return file(json.length, json, data);
    }

    static byte[] file(long headerLength, byte[] json, byte... data) {
        return ByteBuffer.allocate(Long.BYTES + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(headerLength)
                .put(json)
                .put(data)
                .array();
    }

    static String entry(String name, String type, String shape, String from, String to) {
        return "'" + name + "':{'dtype':'" + type + "','shape':" + shape + ",'data_offsets':[" + from + "," + to + "]}";
    }

    static byte[] floats(float... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return data.array();
    }

    static byte[] halves(int... bits) {
        ByteBuffer data = ByteBuffer.allocate(bits.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int b : bits) {
            data.putShort((short) b);
        }
        return data.array();
    }

    static Map<String, Tensor> read(byte[] file) {
        return Safetensors.read("w.safetensors", new ByteArrayInputStream(file));
    }
}

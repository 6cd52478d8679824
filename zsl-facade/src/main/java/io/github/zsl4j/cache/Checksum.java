package io.github.zsl4j.cache;

import io.github.zsl4j.engine.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Tells damaged contents from whole ones. */
final class Checksum {

    private Checksum() {}

    static String of(String labels, Map<String, Tensor> tensors) {
        CRC32C crc = new CRC32C();
        crc.update(String.valueOf(labels).getBytes(StandardCharsets.UTF_8));
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            crc.update((name + tensor).getBytes(StandardCharsets.UTF_8));
            crc.update(bytes(tensor));
        });
        return Long.toHexString(crc.getValue());
    }

    private static byte[] bytes(Tensor tensor) {
        if (tensor.isFloat()) {
            ByteBuffer buffer = ByteBuffer.allocate(tensor.floats().length * Float.BYTES);
            buffer.asFloatBuffer().put(tensor.floats());
            return buffer.array();
        }
        ByteBuffer buffer = ByteBuffer.allocate(tensor.longs().length * Long.BYTES);
        buffer.asLongBuffer().put(tensor.longs());
        return buffer.array();
    }
}

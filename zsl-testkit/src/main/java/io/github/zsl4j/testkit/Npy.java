package io.github.zsl4j.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NumPy array of little-endian floats in C order, as the reference data is stored.
 *
 * @param shape the length of every axis
 * @param values all values, last axis fastest
 */
public record Npy(int[] shape, float[] values) {

    private static final Pattern DESCR = Pattern.compile("'descr': '([^']+)'");
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([^)]*)\\)");

    /** Reads the bytes of a {@code .npy} file, version 1. */
    public static Npy parse(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = buffer.getShort(8) & 0xffff;
        String header = new String(file, 10, headerLength, StandardCharsets.US_ASCII);
        Matcher descr = DESCR.matcher(header);
        if (!descr.find() || header.contains("'fortran_order': True")) {
            throw new IllegalArgumentException("Not a C-order .npy: " + header);
        }
        int[] shape = shape(header);
        buffer.position(10 + headerLength);
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(buffer, descr.group(1));
        }
        return new Npy(shape, values);
    }

    private static int[] shape(String header) {
        Matcher shape = SHAPE.matcher(header);
        if (!shape.find()) {
            throw new IllegalArgumentException("No shape in " + header);
        }
        return Arrays.stream(shape.group(1).split(","))
                .map(String::trim)
                .filter(s -> !s.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static float value(ByteBuffer buffer, String type) {
        return switch (type) {
            case "<f4" -> buffer.getFloat();
            case "<f8" -> (float) buffer.getDouble();
            case "<i8" -> buffer.getLong();
            default -> throw new IllegalArgumentException("Type " + type);
        };
    }

    /** The values of the i-th slice of the first axis. */
    public float[] row(int i) {
        int size = values.length / shape[0];
        return Arrays.copyOfRange(values, i * size, (i + 1) * size);
    }
}

package io.github.zsl4j.data.npy;

import io.github.zsl4j.data.DataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * An array of numbers of up to 2 GiB, with the last axis fastest whatever the file has. Immutable and thread-safe.
 *
 * <p>Two are equal if types, shapes and all bits are.
 */
public final class NpyArray {

    private final String name;
    private final ElementType type;
    private final int[] shape;

    /** Little-endian, last axis fastest. */
    private final byte[] bytes;

    private NpyArray(String name, ElementType type, int[] shape, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    /** The arrays are given away. */
    static NpyArray wrap(String name, ElementType type, int[] shape, byte[] bytes) {
        return new NpyArray(name, type, shape, bytes);
    }

    private static NpyArray zeros(ElementType type, int length, int... shape) {
        int[] copy = shape.length == 0 ? new int[] {length} : shape.clone();
        long size = Arrays.stream(copy).mapToLong(n -> n).reduce(1, Math::multiplyExact);
        if (size != length || Arrays.stream(copy).anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException(
                    length + " values do not fill an array of shape " + Arrays.toString(copy));
        }
        return new NpyArray("array", type, copy, new byte[Math.multiplyExact(length, type.size())]);
    }

    /**
     * An array of {@link ElementType#FLOAT32}.
     *
     * @param values with the last axis fastest; copied
     * @param shape the length of every axis; a vector if none is given
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static NpyArray of(float[] values, int... shape) {
        NpyArray array = zeros(ElementType.FLOAT32, values.length, shape);
        array.buffer().asFloatBuffer().put(values);
        return array;
    }

    /** As {@link #of(float[], int...)}, of {@link ElementType#FLOAT64}. */
    public static NpyArray of(double[] values, int... shape) {
        NpyArray array = zeros(ElementType.FLOAT64, values.length, shape);
        array.buffer().asDoubleBuffer().put(values);
        return array;
    }

    /** As {@link #of(float[], int...)}, of {@link ElementType#INT64}. */
    public static NpyArray of(long[] values, int... shape) {
        NpyArray array = zeros(ElementType.INT64, values.length, shape);
        array.buffer().asLongBuffer().put(values);
        return array;
    }

    /** As {@link #of(float[], int...)}, of {@link ElementType#INT32}. */
    public static NpyArray of(int[] values, int... shape) {
        NpyArray array = zeros(ElementType.INT32, values.length, shape);
        array.buffer().asIntBuffer().put(values);
        return array;
    }

    /**
     * The same values as another type; fractions are rounded to those that the type has.
     *
     * @throws IllegalArgumentException if the type is one of whole numbers and has not got a value
     */
    public NpyArray as(ElementType other) {
        NpyArray array = zeros(other, size(), shape.length == 0 ? new int[] {1} : shape);
        ByteBuffer from = buffer();
        ByteBuffer to = array.buffer();
        for (int i = 0; i < size(); i++) {
            if (type.isFloating()) {
                other.putDouble(to, i, type.getDouble(from, i));
            } else {
                other.putLong(to, i, type.getLong(from, i));
            }
        }
        return new NpyArray(name, other, shape, array.bytes);
    }

    public ElementType type() {
        return type;
    }

    /** The length of every axis; empty for a single number. A copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of elements. */
    public int size() {
        return bytes.length / type.size();
    }

    /** All elements, rounded to floats; doubles beyond their range become infinite. */
    public float[] toFloats() {
        float[] values = new float[size()];
        ByteBuffer buffer = buffer();
        if (type == ElementType.FLOAT32) {
            buffer.asFloatBuffer().get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) type.getDouble(buffer, i);
        }
        return values;
    }

    /** All elements; of {@link ElementType#INT64} those beyond 2^53 are rounded. */
    public double[] toDoubles() {
        ByteBuffer buffer = buffer();
        return IntStream.range(0, size())
                .mapToDouble(i -> type.getDouble(buffer, i))
                .toArray();
    }

    /** @throws DataException if the elements have fractions */
    public long[] toLongs() {
        if (type.isFloating()) {
            throw wrong("whole numbers; convert them with astype('int64')");
        }
        ByteBuffer buffer = buffer();
        return IntStream.range(0, size())
                .mapToLong(i -> type.getLong(buffer, i))
                .toArray();
    }

    /** @throws DataException if the elements have fractions, or one is beyond 32 bits */
    public int[] toInts() {
        long[] values = toLongs();
        int[] ints = new int[values.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) values[i];
            if (ints[i] != values[i]) {
                throw new DataException(name + ": value " + i + " is " + values[i] + ", too large for 32 bits");
            }
        }
        return ints;
    }

    /** @throws DataException if there are not as many axes */
    public NpyArray requireAxes(int count) {
        if (shape.length != count) {
            throw wrong(count == 1 ? "one axis" : count + " axes");
        }
        return this;
    }

    /** The error for an array that is not what it should be. */
    private DataException wrong(String expected) {
        return new DataException(name + ": found " + this + ", expected " + expected);
    }

    /** SHA-256 of the elements, little-endian with the last axis fastest: NumPy's {@code a.tobytes()}. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The elements themselves, never to be written to. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NpyArray that
                && type == that.type
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return type.name().toLowerCase(java.util.Locale.ROOT) + " " + Arrays.toString(shape);
    }
}

package io.github.zsl4j.data.npy;

import io.github.zsl4j.linalg.HalfFloats;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What the elements of an array are: NumPy's types of the same names. */
public enum ElementType {
    /** IEEE half precision; written values are rounded to the nearest, ties to even. */
    FLOAT16('f', 2),
    /** IEEE single precision. */
    FLOAT32('f', 4),
    /** IEEE double precision. */
    FLOAT64('f', 8),
    /** Whole numbers from -128 to 127. */
    INT8('i', 1),
    /** Whole numbers of 16 bits. */
    INT16('i', 2),
    /** Whole numbers of 32 bits. */
    INT32('i', 4),
    /** Whole numbers of 64 bits. */
    INT64('i', 8),
    /** Whole numbers from 0 to 255. */
    UINT8('u', 1),
    /** False and true, as 0 and 1. */
    BOOL('b', 1);

    private final char kind;
    private final int size;

    ElementType(char kind, int size) {
        this.kind = kind;
        this.size = size;
    }

    /** Bytes of an element: 1, 2, 4 or 8. */
    public int size() {
        return size;
    }

    /** Whether elements have a fraction. */
    public boolean isFloating() {
        return kind == 'f';
    }

    /** The type as NumPy writes it, without the order of bytes: {@code f4}. */
    String code() {
        return "" + kind + size;
    }

    static Optional<ElementType> ofCode(String code) {
        return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
    }

    double getDouble(ByteBuffer bytes, int index) {
        return switch (this) {
            case FLOAT16 -> HalfFloats.fromFloat16(bytes.getShort(index * size));
            case FLOAT32 -> bytes.getFloat(index * size);
            case FLOAT64 -> bytes.getDouble(index * size);
            default -> getLong(bytes, index);
        };
    }

    /** Of whole numbers only. */
    long getLong(ByteBuffer bytes, int index) {
        return switch (this) {
            case INT8 -> bytes.get(index);
            case INT16 -> bytes.getShort(index * size);
            case INT32 -> bytes.getInt(index * size);
            case INT64 -> bytes.getLong(index * size);
            case UINT8 -> bytes.get(index) & 0xff;
            case BOOL -> bytes.get(index) == 0 ? 0 : 1;
            default -> throw new IllegalStateException(this + " has fractions");
        };
    }

    void putDouble(ByteBuffer bytes, int index, double value) {
        switch (this) {
            case FLOAT16 -> bytes.putShort(index * size, HalfFloats.toFloat16(value));
            case FLOAT32 -> bytes.putFloat(index * size, (float) value);
            case FLOAT64 -> bytes.putDouble(index * size, value);
            default -> putWhole(bytes, index, value);
        }
    }

    private void putWhole(ByteBuffer bytes, int index, double value) {
        long whole = (long) value;
        if (whole != value || whole == Long.MAX_VALUE) {
            throw new IllegalArgumentException("Value " + index + " is " + value + ", which is no " + this);
        }
        putLong(bytes, index, whole);
    }

    /** @throws IllegalArgumentException if the value is out of the type's range */
    void putLong(ByteBuffer bytes, int index, long value) {
        switch (this) {
            case INT8, UINT8, BOOL -> bytes.put(index, (byte) value);
            case INT16 -> bytes.putShort(index * size, (short) value);
            case INT32 -> bytes.putInt(index * size, (int) value);
            case INT64 -> bytes.putLong(index * size, value);
            default -> putDouble(bytes, index, value);
        }
        if (!isFloating() && getLong(bytes, index) != value) {
            throw new IllegalArgumentException("Value " + index + " is " + value + ", which is no " + this);
        }
    }
}

package io.github.zsl4j.vision.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The entries of a TIFF's first directory, which is also the form of EXIF data.
 *
 * <p>What counts is what counts for Pillow (TiffImagePlugin.py): reading ends at the first entry whose data are not there,
 * an entry of an unknown type is skipped, and of several with the same tag the last one holds.
 */
final class TiffDirectory {

    private static final int LITTLE = 0x4949;
    private static final int BIG = 0x4d4d;
    private static final int VERSION = 42;
    private static final int ENTRY = 12;

    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int SIGNED_BYTE = 6;
    private static final int UNDEFINED = 7;
    private static final int SIGNED_SHORT = 8;
    private static final int SIGNED_LONG = 9;
    private static final int SIGNED_RATIONAL = 10;
    private static final int FLOAT = 11;
    private static final int DOUBLE = 12;
    private static final int DIRECTORY = 13;
    private static final int LONG8 = 16;

    /** Bytes of one value, by type; 0 for unknown types. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8};

    private final ByteBuffer tiff;
    private final Map<Integer, Field> fields = new HashMap<>();

    /** Values of one type, all of them inside the data. */
    private record Field(int type, int count, int from) {

        int at(int index) {
            return from + index * SIZES[type];
        }

        boolean isNumeric() {
            return type != BYTE && type != ASCII && type != UNDEFINED;
        }
    }

    /** Reads as much as there is; what is damaged is left out. */
    TiffDirectory(byte[] data, int from) {
        tiff = ByteBuffer.wrap(data, from, data.length - from).slice();
        if (tiff.limit() < 8) {
            return;
        }
        int mark = tiff.getShort(0);
        tiff.order(mark == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        short version = tiff.getShort(2);
        boolean known = version == VERSION || Short.reverseBytes(version) == VERSION;
        long start = tiff.getInt(4) & 0xffffffffL;
        if (known && (mark == LITTLE || mark == BIG) && start <= tiff.limit() - 2) {
            readFields((int) start);
        }
    }

    private void readFields(int start) {
        int count = tiff.getShort(start) & 0xffff;
        int at = start + 2;
        while (count > 0 && at <= tiff.limit() - ENTRY && readField(at)) {
            at += ENTRY;
            count--;
        }
    }

    /** Returns whether the entry's data are there. */
    private boolean readField(int at) {
        int type = tiff.getShort(at + 2) & 0xffff;
        int size = type < SIZES.length ? SIZES[type] : 0;
        long bytes = (tiff.getInt(at + 4) & 0xffffffffL) * size;
        if (bytes == 0) {
            return true;
        }
        long from = bytes <= 4 ? at + 8 : tiff.getInt(at + 8) & 0xffffffffL;
        if (from + bytes > tiff.limit()) {
            return false;
        }
        fields.put(tiff.getShort(at) & 0xffff, new Field(type, (int) (bytes / size), (int) from));
        return true;
    }

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** The first value of a tag, or {@code otherwise} if it has no numbers. */
    int value(int tag, int otherwise) {
        Field field = fields.get(tag);
        if (field == null || !field.isNumeric()) {
            return otherwise;
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, read(field.type, field.from)));
    }

    /** All values of a tag, 0 in place of fractions; none if it has no numbers. */
    long[] values(int tag) {
        Field field = fields.get(tag);
        if (field == null || !field.isNumeric()) {
            return new long[0];
        }
        long[] values = new long[field.count];
        Arrays.setAll(values, i -> read(field.type, field.at(i)));
        return values;
    }

    /** The content of a tag that holds bytes, or null. */
    byte[] bytes(int tag) {
        Field field = fields.get(tag);
        if (field == null || field.type != BYTE && field.type != UNDEFINED) {
            return null;
        }
        byte[] bytes = new byte[field.count];
        tiff.get(field.from, bytes);
        return bytes;
    }

    private long read(int type, int at) {
        return switch (type) {
            case SHORT -> tiff.getShort(at) & 0xffff;
            case LONG, DIRECTORY -> tiff.getInt(at) & 0xffffffffL;
            case SIGNED_BYTE -> tiff.get(at);
            case SIGNED_SHORT -> tiff.getShort(at);
            case SIGNED_LONG -> tiff.getInt(at);
            case LONG8 -> tiff.getLong(at);
            case RATIONAL -> whole((double) (tiff.getInt(at) & 0xffffffffL) / (tiff.getInt(at + 4) & 0xffffffffL));
            case SIGNED_RATIONAL -> whole((double) tiff.getInt(at) / tiff.getInt(at + 4));
            case FLOAT -> whole(tiff.getFloat(at));
            case DOUBLE -> whole(tiff.getDouble(at));
            default -> throw new IllegalArgumentException("values of type " + type + " are not numbers");
        };
    }

    private static long whole(double value) {
        return value == Math.rint(value) ? (long) value : 0;
    }
}

package io.github.zsl4j.vision.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The whole-number entries of a TIFF's first directory, which is also the form of EXIF data. */
final class TiffDirectory {

    private static final int LITTLE = 0x4949;
    private static final int BIG = 0x4d4d;
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int SIGNED_SHORT = 8;
    private static final int SIGNED_LONG = 9;

    private final ByteBuffer tiff;
    private final Map<Integer, Integer> entries = new HashMap<>();

    /** Reads as much as there is; what is damaged is left out. */
    TiffDirectory(byte[] data, int from) {
        tiff = ByteBuffer.wrap(data, from, data.length - from).slice();
        if (tiff.limit() < 8) {
            return;
        }
        int mark = tiff.getShort(0);
        tiff.order(mark == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int start = tiff.getInt(4);
        if (mark != LITTLE && mark != BIG || start < 0 || start > tiff.limit() - 2) {
            return;
        }
        int count = tiff.getShort(start) & 0xffff;
        for (int at = start + 2; count > 0 && at <= tiff.limit() - 12; at += 12) {
            entries.putIfAbsent(tiff.getShort(at) & 0xffff, at);
            count--;
        }
    }

    /** The value of a tag with exactly one, or {@code otherwise}. */
    int value(int tag, int otherwise) {
        long[] values = values(tag);
        return values.length == 1 ? (int) values[0] : otherwise;
    }

    /** All values of a tag; none if it is absent, damaged or not of whole numbers. */
    long[] values(int tag) {
        Integer entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        int type = tiff.getShort(entry + 2);
        int size = size(type);
        long count = tiff.getInt(entry + 4) & 0xffffffffL;
        long from = count * size <= 4 ? entry + 8 : tiff.getInt(entry + 8) & 0xffffffffL;
        if (size == 0 || from + count * size > tiff.limit()) {
            return new long[0];
        }
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(type, (int) from + i * size);
        }
        return values;
    }

    private static int size(int type) {
        return switch (type) {
            case BYTE -> 1;
            case SHORT, SIGNED_SHORT -> 2;
            case LONG, SIGNED_LONG -> 4;
            default -> 0;
        };
    }

    private long read(int type, int at) {
        return switch (type) {
            case BYTE -> tiff.get(at) & 0xff;
            case SHORT -> tiff.getShort(at) & 0xffff;
            case SIGNED_SHORT -> tiff.getShort(at);
            case LONG -> tiff.getInt(at) & 0xffffffffL;
            default -> tiff.getInt(at);
        };
    }
}

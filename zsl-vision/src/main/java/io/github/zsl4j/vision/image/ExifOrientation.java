package io.github.zsl4j.vision.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the one tag that matters from EXIF or, where EXIF has none, from XMP, as Pillow does. Damaged metadata never
 * hides a picture: it then counts as upright.
 */
final class ExifOrientation {

    private static final int TAG = 0x0112;
    private static final Pattern XMP = Pattern.compile("tiff:Orientation(?:=\"|>)([0-9])");

    private ExifOrientation() {}

    /**
     * @param exif a TIFF structure, possibly after "Exif\0\0"; null if there is none
     * @param xmp an XMP packet; null if there is none
     */
    static Orientation of(byte[] exif, byte[] xmp) {
        int value = exif == null ? -1 : inTiff(ByteBuffer.wrap(exif, prefix(exif), exif.length - prefix(exif)));
        if (value < 0 && xmp != null) {
            Matcher matcher = XMP.matcher(new String(xmp, StandardCharsets.ISO_8859_1));
            value = matcher.find() ? matcher.group(1).charAt(0) - '0' : value;
        }
        return Orientation.of(value);
    }

    private static int prefix(byte[] exif) {
        return exif.length >= 6 && exif[0] == 'E' && exif[1] == 'x' && exif[4] == 0 && exif[5] == 0 ? 6 : 0;
    }

    /** The tag's value in the first directory, or -1. */
    private static int inTiff(ByteBuffer buffer) {
        ByteBuffer tiff = buffer.slice();
        if (tiff.limit() < 8 || !order(tiff)) {
            return -1;
        }
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return -1;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry > tiff.limit() - 12) {
                return -1;
            }
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                return value(tiff, entry);
            }
        }
        return -1;
    }

    private static boolean order(ByteBuffer tiff) {
        int mark = tiff.getShort(0);
        tiff.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return mark == 0x4949 || mark == 0x4d4d;
    }

    private static int value(ByteBuffer tiff, int entry) {
        if (tiff.getInt(entry + 4) != 1) {
            return -1;
        }
        return switch (tiff.getShort(entry + 2)) {
            case 3, 8 -> tiff.getShort(entry + 8);
            case 4, 9 -> tiff.getInt(entry + 8);
            default -> -1;
        };
    }
}

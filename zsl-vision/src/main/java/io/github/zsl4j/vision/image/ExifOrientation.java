package io.github.zsl4j.vision.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the one tag that matters from EXIF or, where EXIF has none, from XMP, as Pillow does. Damaged metadata never
 * hides a picture: it then counts as upright.
 */
final class ExifOrientation {

    private static final int TAG = 0x0112;
    private static final byte[] MARK = {'E', 'x', 'i', 'f', 0, 0};
    private static final Pattern XMP = Pattern.compile("tiff:Orientation(?:=\"|>)([0-9])");

    private ExifOrientation() {}

    /**
     * @param exif a TIFF structure, possibly after "Exif\0\0"; null if there is none
     * @param xmp an XMP packet; null if there is none
     */
    static Orientation of(byte[] exif, byte[] xmp) {
        byte[] data = exif == null ? new byte[0] : exif;
        return in(new TiffDirectory(data, prefix(data)), xmp);
    }

    static Orientation in(TiffDirectory directory, byte[] xmp) {
        if (directory.has(TAG) || xmp == null) {
            return Orientation.of(directory.value(TAG, 0));
        }
        Matcher matcher = XMP.matcher(new String(xmp, StandardCharsets.ISO_8859_1));
        return Orientation.of(matcher.find() ? matcher.group(1).charAt(0) - '0' : 0);
    }

    /** How many bytes stand before the TIFF structure; some writers put the mark there twice. */
    private static int prefix(byte[] exif) {
        int at = 0;
        while (exif.length - at >= MARK.length && Arrays.equals(exif, at, at + MARK.length, MARK, 0, MARK.length)) {
            at += MARK.length;
        }
        return at;
    }
}

package io.github.zsl4j.vision.image;

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
        int value = exif == null ? -1 : new TiffDirectory(exif, prefix(exif)).value(TAG, -1);
        if (value < 0 && xmp != null) {
            Matcher matcher = XMP.matcher(new String(xmp, StandardCharsets.ISO_8859_1));
            value = matcher.find() ? matcher.group(1).charAt(0) - '0' : value;
        }
        return Orientation.of(value);
    }

    private static int prefix(byte[] exif) {
        return exif.length >= 6 && exif[0] == 'E' && exif[1] == 'x' && exif[4] == 0 && exif[5] == 0 ? 6 : 0;
    }
}

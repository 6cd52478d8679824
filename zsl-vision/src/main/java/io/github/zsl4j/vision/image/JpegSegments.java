package io.github.zsl4j.vision.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The marker segments of a JPEG: everything that can be known without decoding. */
final class JpegSegments {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private final byte[] data;
    private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
    private final ByteArrayOutputStream exif = new ByteArrayOutputStream();

    /** The frame header's marker and the index of its content, or -1. */
    int frameMarker = -1;

    int frame = -1;
    /** Adobe's colour transform, or -1. */
    int adobeTransform = -1;

    boolean jfif;
    /** The last XMP packet, or null. */
    byte[] xmp;

    int firstScan = -1;
    int scans;
    boolean ended;

    JpegSegments(byte[] data) {
        this.data = data;
        int at = 2;
        while (at >= 0 && !ended) {
            at = segment(at);
        }
    }

    /** Reads the segment at or after {@code at}; returns where the next one may start, or -1 at the data's end. */
    private int segment(int at) {
        int start = next(at);
        if (start < 0) {
            return -1;
        }
        int marker = data[start + 1] & 0xff;
        if (marker == EOI) {
            ended = true;
            return start;
        }
        if (marker >= 0xd0 && marker <= SOI || marker == 1) {
            return start + 2;
        }
        int end = start + 4 > data.length ? Integer.MAX_VALUE : start + 2 + u16(start + 2);
        if (end > data.length) {
            return -1;
        }
        read(marker, start, end);
        return end;
    }

    /** The index of the next 0xff with a marker behind it, or -1. */
    private int next(int at) {
        for (int i = at; i + 1 < data.length; i++) {
            if (data[i] == (byte) 0xff && data[i + 1] != 0 && data[i + 1] != (byte) 0xff) {
                return i;
            }
        }
        return -1;
    }

    private void read(int marker, int start, int end) {
        int content = start + 4;
        if (marker == SOS) {
            scans++;
            firstScan = firstScan < 0 ? start : firstScan;
        } else if (firstScan < 0) {
            if (isFrame(marker) && frame < 0 && end - content >= 6) {
                frameMarker = marker;
                frame = content;
            }
            if (marker >= APP0 && marker <= APP15) {
                application(marker, content, end);
            } else if (marker != COM) {
                tables.write(data, start, end - start);
            }
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void application(int marker, int content, int end) {
        if (marker == APP0 && end - content >= 14 && startsWith(content, "JFIF\0")) {
            jfif = true;
        } else if (marker == APP14 && end - content >= 12 && startsWith(content, "Adobe")) {
            adobeTransform = data[content + 11] & 0xff;
        } else if (marker == APP1 && startsWith(content, EXIF)) {
            exif.write(data, content + EXIF.length(), end - content - EXIF.length());
        } else if (marker == APP1 && startsWith(content, XMP)) {
            xmp = Arrays.copyOfRange(data, content, end);
        }
    }

    private boolean startsWith(int at, String text) {
        byte[] start = text.getBytes(StandardCharsets.ISO_8859_1);
        return at + start.length <= data.length && Arrays.equals(data, at, at + start.length, start, 0, start.length);
    }

    /** The content of all EXIF segments in a row: what is too long for one goes on in the next. */
    byte[] exif() {
        return exif.toByteArray();
    }

    int u16(int at) {
        return (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
    }

    /**
     * The same JPEG with all application data taken out and the colour transform stated outright, so that a reader has
     * nothing to guess.
     *
     * @param transform what Adobe's marker shall say, or -1 for no marker
     */
    byte[] plain(int transform) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 18);
        out.write(0xff);
        out.write(SOI);
        if (transform >= 0) {
            byte[] adobe = {
                (byte) 0xff, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
            };
            out.writeBytes(adobe);
        }
        out.writeBytes(tables.toByteArray());
        out.write(data, firstScan, data.length - firstScan);
        return out.toByteArray();
    }
}

package io.github.zsl4j.vision.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The chunks of a WebP file that make up its first frame, and its metadata. */
final class WebpChunks {

    private static final int FIRST = 12;
    private static final int FRAME_HEADER = 16;
    private static final int ALPHA_FLAG = 0x10;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;
    private static final int ANIMATION_FLAG = 0x02;
    private static final int LOSSY_HEADER = 10;
    private static final int LOSSY_SIZE = 0x3fff;
    /** A lossless picture's signature, size, whether it has alpha, and version. */
    static final int LOSSLESS_HEADER = 5;

    private static final byte LOSSLESS_SIGNATURE = 0x2f;
    private static final int LOSSLESS_VERSION = 29;
    private static final Set<String> FIRST_CHUNKS = Set.of("VP8 ", "VP8L", "VP8X");

    private final byte[] data;
    private final ByteBuffer buffer;
    private final int end;

    /** Of the canvas, in pixels; 0 if unknown. */
    int width;

    int height;
    /** Where the first frame lies on the canvas. */
    int left;

    int top;
    int frameWidth;
    int frameHeight;
    byte[] exif;
    byte[] xmp;
    long missingBytes;
    /** Whether the canvas is transparent where nothing is drawn, and the frame's alpha counts. */
    boolean transparent;

    private boolean extended;
    /** Of the VP8X chunk: what the file says that it holds. */
    private int flags;

    private boolean animated;
    private boolean lossy;
    /** The content of the first frame's chunks; -1 if there is none. */
    private int alphaFrom = -1;

    private int alphaTo;
    private int imageFrom = -1;
    private int imageTo;

    WebpChunks(byte[] data) throws PictureFault {
        this.data = data;
        this.buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        long stated = (buffer.getInt(4) & 0xffffffffL) + 8;
        missingBytes = Math.max(0, stated - data.length);
        end = (int) Math.min(stated, data.length);
        if (!FIRST_CHUNKS.contains(tag(FIRST))) {
            throw PictureFault.damaged("the WebP starts with none of its pictures");
        }
        walk(FIRST, end, false);
    }

    /** Reads chunk after chunk; in a frame, what follows its image says nothing. */
    private void walk(int from, int limit, boolean inFrame) throws PictureFault {
        int at = from;
        while (at <= limit - 8 && !(inFrame && hasImage())) {
            long length = buffer.getInt(at + 4) & 0xffffffffL;
            long stop = at + 8 + length;
            if (stop > limit) {
                missingBytes = Math.max(missingBytes, stop - limit);
                stop = limit;
            }
            read(tag(at), at + 8, (int) stop);
            at = (int) (stop + (length & 1));
        }
    }

    private String tag(int at) {
        return new String(data, at, 4, StandardCharsets.ISO_8859_1);
    }

    private void read(String type, int content, int stop) throws PictureFault {
        switch (type) {
            case "VP8X" -> {
                extended = true;
                flags = data[content];
                animated = announced(ANIMATION_FLAG);
                transparent = announced(ALPHA_FLAG);
                width = 1 + u24(content + 4);
                height = 1 + u24(content + 7);
            }
            case "VP8 ", "VP8L" -> {
                if (imageFrom < 0) {
                    image(type.equals("VP8 "), content, stop);
                }
            }
            case "ALPH" -> {
                if (alphaFrom < 0 && imageFrom < 0) {
                    alphaFrom = content;
                    alphaTo = stop;
                }
            }
            case "ANMF" -> frame(content, stop);
            case "EXIF" -> exif = exif == null && announced(EXIF_FLAG) ? copy(content, stop) : exif;
            case "XMP " -> xmp = xmp == null && announced(XMP_FLAG) ? copy(content, stop) : xmp;
            default -> {
                // Nothing else changes a pixel.
            }
        }
    }

    private boolean announced(int flag) {
        return (flags & flag) != 0;
    }

    private byte[] copy(int from, int to) {
        return Arrays.copyOfRange(data, from, to);
    }

    private void frame(int content, int stop) throws PictureFault {
        if (imageFrom < 0 && animated) {
            left = 2 * u24(content);
            top = 2 * u24(content + 3);
            walk(content + FRAME_HEADER, stop, true);
        }
    }

    private void image(boolean isLossy, int content, int stop) throws PictureFault {
        if (stop - content < (isLossy ? LOSSY_HEADER : LOSSLESS_HEADER)) {
            throw PictureFault.truncated("the WebP's image ends within its header");
        }
        lossy = isLossy;
        imageFrom = content;
        imageTo = Math.min(end, stop + (stop - content & 1)); // libwebp reads the byte of padding, too
        if (lossy) {
            frameWidth = u16(content + 6) & LOSSY_SIZE;
            frameHeight = u16(content + 8) & LOSSY_SIZE;
        } else {
            int bits = buffer.getInt(content + 1);
            if (data[content] != LOSSLESS_SIGNATURE || bits >>> LOSSLESS_VERSION != 0) {
                throw PictureFault.damaged("the WebP's image has no lossless header");
            }
            frameWidth = 1 + (bits & LOSSY_SIZE);
            frameHeight = 1 + (bits >>> 14 & LOSSY_SIZE);
            transparent = animated ? transparent : (bits >>> 28 & 1) != 0;
        }
        if (!extended) {
            width = frameWidth;
            height = frameHeight;
        }
        checkFrame();
    }

    private void checkFrame() throws PictureFault {
        boolean fits = animated
                ? left + frameWidth <= width && top + frameHeight <= height
                : frameWidth == width && frameHeight == height;
        if (!fits) {
            throw PictureFault.damaged(String.format(
                    "the WebP's first frame of %,d x %,d pixels does not fit its canvas of %,d x %,d",
                    frameWidth, frameHeight, width, height));
        }
    }

    private int u16(int at) {
        return buffer.getShort(at) & 0xffff;
    }

    private int u24(int at) {
        return u16(at) | (data[at + 2] & 0xff) << 16;
    }

    boolean hasImage() {
        return imageFrom >= 0;
    }

    /** Whether the first frame is lossy. */
    boolean lossy() {
        return lossy;
    }

    /** The content of the first frame's chunk, with the file's bytes before and after. */
    ByteBuffer image() {
        return ByteBuffer.wrap(data, imageFrom, imageTo - imageFrom);
    }

    /** The content of a lossy frame's alpha chunk, or null if its pixels are opaque. */
    ByteBuffer alpha() {
        return lossy && transparent && alphaFrom >= 0 ? ByteBuffer.wrap(data, alphaFrom, alphaTo - alphaFrom) : null;
    }
}

package io.github.zsl4j.vision.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The chunks of a WebP file that make up its first frame, and its metadata. */
final class WebpChunks {

    private static final int FIRST = 12;
    private static final int FRAME_HEADER = 16;
    private static final int HAS_ALPHA = 0x10;
    private static final int LOSSY_SIZE = 0x3fff;

    private final byte[] data;
    private final ByteBuffer buffer;

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
    private byte[] alpha;
    private byte[] image;

    WebpChunks(byte[] data) {
        this.data = data;
        this.buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        missingBytes = Math.max(0, (buffer.getInt(4) & 0xffffffffL) + 8 - data.length);
        walk(FIRST, data.length);
    }

    private void walk(int from, int end) {
        int at = from;
        while (at >= 0 && at <= end - 8) {
            long length = buffer.getInt(at + 4) & 0xffffffffL;
            int stop = (int) Math.min(end, at + 8 + length);
            read(new String(data, at, 4, StandardCharsets.ISO_8859_1), at, stop);
            long next = at + 8 + length + (length & 1);
            at = next > end ? -1 : (int) next;
        }
    }

    private void read(String type, int at, int end) {
        int content = at + 8;
        switch (type) {
            case "VP8X" -> {
                width = 1 + u24(content + 4);
                height = 1 + u24(content + 7);
            }
            case "VP8 " -> image(at, end, u16(content + 6) & LOSSY_SIZE, u16(content + 8) & LOSSY_SIZE);
            case "VP8L" -> {
                int bits = buffer.getInt(content + 1);
                image(at, end, 1 + (bits & LOSSY_SIZE), 1 + (bits >>> 14 & LOSSY_SIZE));
            }
            case "ALPH" -> alpha = alpha == null && image == null ? Arrays.copyOfRange(data, at, end) : alpha;
            case "ANMF" -> frame(content, end);
            case "EXIF" -> exif = Arrays.copyOfRange(data, content, end);
            case "XMP " -> xmp = Arrays.copyOfRange(data, content, end);
            default -> {
                // Nothing else changes a pixel.
            }
        }
    }

    private void frame(int content, int end) {
        if (image == null) {
            left = 2 * u24(content);
            top = 2 * u24(content + 3);
            walk(content + FRAME_HEADER, end);
        }
    }

    private void image(int at, int end, int imageWidth, int imageHeight) {
        if (image == null) {
            image = Arrays.copyOfRange(data, at, end);
            frameWidth = imageWidth;
            frameHeight = imageHeight;
            width = width == 0 ? imageWidth : width;
            height = height == 0 ? imageHeight : height;
        }
    }

    private int u16(int at) {
        return buffer.getShort(at) & 0xffff;
    }

    private int u24(int at) {
        return u16(at) | (data[at + 2] & 0xff) << 16;
    }

    boolean lossy() {
        return image[3] == ' ';
    }

    /** A file with nothing but the first frame: no canvas, no profile, no metadata. */
    byte[] still() throws PictureFault {
        if (image == null) {
            throw PictureFault.truncated("the WebP has no image data");
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        if (alpha != null && lossy()) {
            ByteBuffer extended = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
            extended.put("VP8X".getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(10)
                    .putInt(HAS_ALPHA);
            extended.putInt(frameWidth - 1 & 0xffffff | (frameHeight - 1) << 24);
            extended.putShort((short) (frameHeight - 1 >> 8));
            chunks.writeBytes(extended.array());
            padded(chunks, alpha);
        }
        padded(chunks, image);
        ByteBuffer file = ByteBuffer.allocate(FIRST + chunks.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(4 + chunks.size());
        return file.put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .put(chunks.toByteArray())
                .array();
    }

    private static void padded(ByteArrayOutputStream out, byte[] chunk) {
        out.writeBytes(chunk);
        if (chunk.length % 2 != 0) {
            out.write(0);
        }
    }
}

package io.github.zsl4j.vision.image.vp8;

import java.io.EOFException;
import java.io.IOException;

/**
 * What stands uncoded at the start of a key frame (RFC 6386, 9.1).
 *
 * @param width in pixels, 1 to 16383
 * @param height in pixels, 1 to 16383
 * @param modesFrom where the first part starts, with the rest of the header and the macroblocks' modes
 * @param modesTo where that part ends
 */
record FrameStart(int width, int height, int modesFrom, int modesTo) {

    private static final int LENGTH = 10;
    private static final int CODE = 0x2a019d;
    private static final int SIZE = 0x3fff;
    private static final int LARGEST_PROFILE = 3;

    /** Reads the start of the frame in {@code data} from {@code from} up to {@code end}, exclusive. */
    static FrameStart read(byte[] data, int from, int end) throws IOException {
        if (end - from < LENGTH) {
            throw new EOFException("the frame ends within its header");
        }
        int tag = u24(data, from);
        if ((tag & 1) != 0 || (tag & 0x10) == 0) {
            throw new IOException("the frame is not a picture of its own");
        }
        if ((tag >> 1 & 7) > LARGEST_PROFILE) {
            throw new IOException("the frame is of an unknown profile, " + (tag >> 1 & 7));
        }
        if (u24(data, from + 3) != CODE) {
            throw new IOException("the frame has no start code");
        }
        int width = u24(data, from + 6) & SIZE;
        int height = u24(data, from + 7) >> 8 & SIZE;
        if (width == 0 || height == 0) {
            throw new IOException("the frame is empty: " + width + " x " + height + " pixels");
        }
        int modes = from + LENGTH;
        if (tag >> 5 > end - modes) {
            throw new EOFException("the frame ends within its modes");
        }
        return new FrameStart(width, height, modes, modes + (tag >> 5));
    }

    /** Three bytes, the lowest first. */
    static int u24(byte[] data, int at) {
        return data[at] & 0xff | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff) << 16;
    }
}

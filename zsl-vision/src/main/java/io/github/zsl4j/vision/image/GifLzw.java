package io.github.zsl4j.vision.image;

/**
 * GIF's variant of Lempel-Ziv-Welch coding.
 *
 * <p>The JDK's reader is not used for GIF because it hands out a truncated frame as if it were whole.
 */
final class GifLzw {

    private static final int MAX_BITS = 12;
    private static final int TABLE = 1 << MAX_BITS;

    private final byte[] data;
    private int at;
    private int blockLeft;
    private int bits;
    private int bitCount;
    private final int rootBits;

    private final short[] prefix = new short[TABLE];
    private final byte[] last = new byte[TABLE];
    private final byte[] first = new byte[TABLE];
    private final short[] length = new short[TABLE];

    /** @param at where the frame's code size stands; its sub-blocks follow */
    GifLzw(byte[] data, int at) throws PictureFault {
        this.data = data;
        this.rootBits = data[at];
        this.at = at + 1;
        if (rootBits < 1 || rootBits > 8) {
            throw PictureFault.damaged("the GIF's codes start with " + rootBits + " bits, not 1 to 8");
        }
        for (int i = 0; i < 1 << rootBits; i++) {
            last[i] = (byte) i;
            first[i] = (byte) i;
            length[i] = 1;
        }
    }

    /** Decodes {@code pixels} palette indices; what follows them is ignored. */
    byte[] decode(int pixels) throws PictureFault {
        byte[] out = new byte[pixels];
        int clear = 1 << rootBits;
        int done = 0;
        int next = clear + 2;
        int width = rootBits + 1;
        int previous = -1;
        while (done < pixels) {
            int code = code(width);
            if (code == clear) {
                next = clear + 2;
                width = rootBits + 1;
                previous = -1;
                continue;
            }
            if (code < 0 || code == clear + 1) {
                throw PictureFault.truncated(
                        String.format("the GIF's first frame ends after %,d of %,d pixels", done, pixels));
            }
            if (code > next || code == next && previous < 0) {
                throw PictureFault.damaged("the GIF's image data has a code out of range");
            }
            if (previous >= 0 && next < TABLE) {
                add(next++, previous, code);
                width = Math.min(MAX_BITS, next == 1 << width ? width + 1 : width);
            } else if (code >= next) {
                throw PictureFault.damaged("the GIF's image data has a code out of range");
            }
            done = write(code, out, done);
            previous = code;
        }
        return out;
    }

    private void add(int entry, int previous, int code) {
        prefix[entry] = (short) previous;
        first[entry] = first[previous];
        length[entry] = (short) (length[previous] + 1);
        last[entry] = code == entry ? first[previous] : first[code];
    }

    private int write(int code, byte[] out, int from) {
        int end = from + length[code];
        int entry = code;
        for (int i = end - 1; i >= from; i--) {
            if (i < out.length) {
                out[i] = last[entry];
            }
            entry = prefix[entry];
        }
        return Math.min(end, out.length);
    }

    /** The next code, or -1 where the data ends. */
    private int code(int width) {
        while (bitCount < width) {
            if (blockLeft == 0) {
                blockLeft = at < data.length ? data[at++] & 0xff : 0;
            }
            if (blockLeft == 0 || at >= data.length) {
                return -1;
            }
            bits |= (data[at++] & 0xff) << bitCount;
            bitCount += 8;
            blockLeft--;
        }
        int code = bits & (1 << width) - 1;
        bits >>>= width;
        bitCount -= width;
        return code;
    }
}

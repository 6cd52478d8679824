package io.github.zsl4j.vision.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** GIF: the first frame on its canvas. */
final class GifPicture implements EncodedPicture {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int HAS_PALETTE = 0x80;
    private static final int INTERLACED = 0x40;

    private final ByteBuffer data;
    private Palette palette = Palette.grey();
    private int transparent = -1;
    private int left;
    private int top;
    private int frameWidth;
    private int frameHeight;
    private boolean interlaced;
    private int at;

    private GifPicture(byte[] bytes) throws PictureFault {
        this.data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        at = 13;
        readPalette(data.get(10));
        int block = u8(at++);
        while (block != IMAGE) {
            if (block == TRAILER) {
                throw PictureFault.damaged("the GIF has no image");
            }
            if (block == EXTENSION) {
                extension();
            }
            block = u8(at++);
        }
        frame();
    }

    static EncodedPicture open(byte[] data) throws PictureFault {
        GifPicture picture = new GifPicture(data);
        if (picture.frameWidth == 0 || picture.frameHeight == 0) {
            throw PictureFault.damaged("the GIF's first frame has no pixels");
        }
        return picture;
    }

    private void readPalette(int flags) {
        if ((flags & HAS_PALETTE) != 0) {
            int entries = 2 << (flags & 7);
            palette = Palette.of(data.array(), at, entries);
            at += 3 * entries;
        }
    }

    private void extension() {
        int label = u8(at++);
        if (label == GRAPHIC_CONTROL && u8(at) >= 4) {
            transparent = (u8(at + 1) & 1) != 0 ? u8(at + 4) : -1;
        }
        while (u8(at) != 0) {
            at += 1 + u8(at);
        }
        at++;
    }

    private void frame() {
        left = u16(at);
        top = u16(at + 2);
        frameWidth = u16(at + 4);
        frameHeight = u16(at + 6);
        int flags = u8(at + 8);
        interlaced = (flags & INTERLACED) != 0;
        at += 9;
        readPalette(flags);
    }

    private int u8(int index) {
        return data.get(index) & 0xff;
    }

    private int u16(int index) {
        return data.getShort(index) & 0xffff;
    }

    @Override
    public int width() {
        return Math.max(u16(6), left + frameWidth);
    }

    @Override
    public int height() {
        return Math.max(u16(8), top + frameHeight);
    }

    @Override
    public int bytesPerPixel() {
        return 4;
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public RgbImage pixels() throws PictureFault {
        if (transparent >= 0) {
            palette.clear(transparent);
        }
        byte[] indices = new GifLzw(data.array(), at).decode(frameWidth * frameHeight);
        byte[] rgb = new byte[3 * width() * height()];
        int[] row = new int[width()];
        int line = 0;
        for (int y = 0; y < height(); y++) {
            Arrays.fill(row, Math.max(0, transparent));
            line = y - top;
            if (line >= 0 && line < frameHeight) {
                int stored = interlaced ? storedRow(line) : line;
                for (int x = 0; x < frameWidth; x++) {
                    row[left + x] = indices[stored * frameWidth + x] & 0xff;
                }
            }
            palette.toRgb(row, row.length, rgb, 3 * y * row.length);
        }
        return RgbImage.wrap(width(), height(), rgb);
    }

    /** Where an interlaced frame keeps a line: every 8th from 0, every 8th from 4, every 4th from 2, every 2nd from 1. */
    private int storedRow(int line) {
        int eighths = (frameHeight + 7) / 8;
        int fourths = eighths + (frameHeight + 3) / 8;
        if (line % 8 == 0) {
            return line / 8;
        }
        if (line % 8 == 4) {
            return eighths + line / 8;
        }
        return line % 4 == 2 ? fourths + line / 4 : fourths + (frameHeight + 1) / 4 + line / 2;
    }
}

package io.github.zsl4j.vision.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** BMP, by the JDK's reader. */
final class BmpPicture implements EncodedPicture {

    private static final String READER = "bmp.BMPImageReaderSpi";
    private static final int FILE_HEADER = 14;
    private static final int OLD_HEADER = 12;
    private static final int BITFIELDS = 3;

    private final ByteBuffer data;
    private final boolean old;

    private BmpPicture(byte[] bytes) {
        this.data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.old = data.getInt(FILE_HEADER) == OLD_HEADER;
    }

    static EncodedPicture open(byte[] bytes) throws PictureFault {
        BmpPicture picture = new BmpPicture(bytes);
        if (picture.width() < 1 || picture.height() < 1) {
            throw PictureFault.damaged(
                    "the BMP's header says " + picture.width() + " x " + picture.height() + " pixels");
        }
        return picture;
    }

    @Override
    public int width() {
        return old ? data.getShort(FILE_HEADER + 4) & 0xffff : data.getInt(FILE_HEADER + 4);
    }

    /** Negative in the file where rows are stored from the top. */
    @Override
    public int height() {
        return old ? data.getShort(FILE_HEADER + 6) & 0xffff : Math.abs(data.getInt(FILE_HEADER + 8));
    }

    private int bits() {
        return data.getShort(FILE_HEADER + (old ? 10 : 14)) & 0xffff;
    }

    @Override
    public int bytesPerPixel() {
        return 3 + Math.min(4, (bits() + 7) / 8);
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public RgbImage pixels() throws IOException {
        int compression = old ? 0 : data.getInt(FILE_HEADER + 16);
        long stored = ((long) width() * bits() + 31) / 32 * 4 * height();
        long start = data.getInt(10) & 0xffffffffL;
        if ((compression == 0 || compression == BITFIELDS) && start + stored > data.limit()) {
            throw PictureFault.truncated(
                    String.format("the BMP ends after %,d of %,d bytes of image data", data.limit() - start, stored));
        }
        try {
            return Rasters.toRgb(Readers.read(READER, data.array(), reader -> reader.read(0)));
        } catch (EOFException e) {
            throw PictureFault.truncated("the BMP's image data ends too early");
        }
    }
}

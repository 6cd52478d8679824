package io.github.zsl4j.vision.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.EOFException;
import java.io.IOException;

/** The first page of a TIFF, by the JDK's reader. */
final class TiffPicture implements EncodedPicture {

    private static final String READER = "tiff.TIFFImageReaderSpi";
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIPS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int TILES = 324;
    private static final int TILE_BYTES = 325;
    private static final int COLOUR_MAP = 320;
    private static final int XMP = 700;
    private static final int LAB = 8;

    private final byte[] data;
    private final TiffDirectory directory;

    private TiffPicture(byte[] data) {
        this.data = data;
        this.directory = new TiffDirectory(data, 0);
    }

    static EncodedPicture open(byte[] data) throws PictureFault {
        TiffPicture picture = new TiffPicture(data);
        if (picture.width() < 1 || picture.height() < 1) {
            throw PictureFault.truncated("the TIFF's first page has no size");
        }
        return picture;
    }

    @Override
    public int width() {
        return directory.value(WIDTH, 0);
    }

    @Override
    public int height() {
        return directory.value(HEIGHT, 0);
    }

    @Override
    public int bytesPerPixel() {
        long bits = 7;
        for (long b : directory.values(BITS)) {
            bits += Math.min(b, 64);
        }
        return (int) Math.min(64, bits / 8 + 3);
    }

    @Override
    public Orientation orientation() {
        return ExifOrientation.in(directory, directory.bytes(XMP));
    }

    @Override
    public RgbImage pixels() throws IOException {
        checkInside(STRIPS, STRIP_BYTES);
        checkInside(TILES, TILE_BYTES);
        if (directory.value(PHOTOMETRIC, 0) >= LAB) {
            throw PictureFault.unsupported("the TIFF's colours are neither grey, palette, RGB, YCbCr nor CMYK");
        }
        try {
            BufferedImage image = Readers.read(READER, data, reader -> reader.read(0));
            long[] colours = directory.values(COLOUR_MAP);
            boolean indexed = image.getColorModel() instanceof IndexColorModel && colours.length > 0;
            return indexed ? Rasters.toRgb(image.getRaster(), palette(colours)::toRgb) : Rasters.toRgb(image);
        } catch (EOFException e) {
            throw PictureFault.truncated("the TIFF's image data ends too early");
        }
    }

    /** All reds, all greens, all blues; 16 bits each, of which the high byte counts. */
    private static Palette palette(long[] colours) {
        int entries = colours.length / 3;
        byte[] rgb = new byte[3 * entries];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (colours[i % 3 * entries + i / 3] >> 8);
        }
        return Palette.of(rgb, 0, entries);
    }

    private void checkInside(int offsetTag, int lengthTag) throws PictureFault {
        long[] offsets = directory.values(offsetTag);
        long[] lengths = directory.values(lengthTag);
        for (int i = 0; i < Math.min(offsets.length, lengths.length); i++) {
            if (offsets[i] + lengths[i] > data.length) {
                throw PictureFault.truncated(String.format(
                        "the TIFF ends after %,d bytes and its image data at %,d",
                        data.length, offsets[i] + lengths[i]));
            }
        }
    }
}

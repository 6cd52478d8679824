package io.github.zsl4j.vision.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** PNG: the JDK's reader unpacks the samples; what they mean is read from the chunks here. */
final class PngPicture implements EncodedPicture {

    private static final String READER = "png.PNGImageReaderSpi";
    private static final int IHDR = 16;
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int INDEXED = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;
    /** Deflate cannot make more than 1,032 bytes of one. */
    private static final long DEFLATE = 1032;

    private final PngChunks chunks;
    private final int width;
    private final int height;
    private final int depth;
    private final int type;

    private PngPicture(byte[] data) {
        ByteBuffer header = ByteBuffer.wrap(data);
        this.width = header.getInt(IHDR);
        this.height = header.getInt(IHDR + 4);
        this.depth = header.get(IHDR + 8);
        this.type = header.get(IHDR + 9);
        this.chunks = new PngChunks(data);
    }

    static EncodedPicture open(byte[] data) throws PictureFault {
        PngPicture picture = new PngPicture(data);
        if (picture.width < 1 || picture.height < 1) {
            throw PictureFault.damaged("the PNG's header says " + picture.width + " x " + picture.height + " pixels");
        }
        if (!picture.depthFits()) {
            throw PictureFault.damaged(
                    "the PNG's header says colour type " + picture.type + " with " + picture.depth + " bits");
        }
        return picture;
    }

    private boolean depthFits() {
        return switch (type) {
            case GREY -> Arrays.asList(1, 2, 4, 8, 16).contains(depth);
            case INDEXED -> Arrays.asList(1, 2, 4, 8).contains(depth);
            case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private int samples() {
        return switch (type) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int bytesPerPixel() {
        return type == RGB && depth == 8 ? 3 : 3 + samples() * (depth == 16 ? 2 : 1);
    }

    @Override
    public Orientation orientation() {
        return ExifOrientation.of(chunks.exif(), chunks.xmp());
    }

    @Override
    public RgbImage pixels() throws IOException {
        checkComplete();
        try {
            BufferedImage image = Readers.read(READER, chunks.plain(), reader -> reader.read(0));
            return plain8BitRgb() ? Rasters.toRgb(image) : Rasters.toRgb(image.getRaster(), converter());
        } catch (IOException e) {
            if (e.getCause() instanceof EOFException || e instanceof EOFException) {
                throw PictureFault.truncated("the PNG's image data ends too early");
            }
            throw e;
        }
    }

    private void checkComplete() throws PictureFault {
        if (chunks.missingBytes > 0 || chunks.imageBytes == 0) {
            throw PictureFault.truncated(String.format(
                    "the PNG ends after %,d of %,d bytes of image data",
                    chunks.imageBytes - chunks.missingBytes, chunks.imageBytes));
        }
        long raw = ((long) width * samples() * depth + 7) / 8 * height;
        if (raw > (chunks.imageBytes + 1) * DEFLATE) {
            throw PictureFault.truncated(String.format(
                    "%,d bytes of image data cannot hold the PNG's %,d x %,d pixels",
                    chunks.imageBytes, width, height));
        }
        if (type == INDEXED && chunks.palette < 0) {
            throw PictureFault.damaged("the PNG has no palette");
        }
    }

    private boolean plain8BitRgb() {
        return type == RGB && depth == 8 && chunks.transparency == null;
    }

    private Rasters.RowConverter converter() {
        if (type == INDEXED) {
            byte[] alpha = chunks.transparency == null ? new byte[0] : chunks.transparency;
            return chunks.paletteOf(alpha)::toRgb;
        }
        int[] bits = new int[samples()];
        Arrays.fill(bits, depth);
        boolean alpha = type == GREY_ALPHA || type == RGB_ALPHA;
        Rasters.RowConverter plain = new Samples(alpha ? bits.length - 1 : bits.length, alpha, false, bits)::toRgb;
        boolean keyed = !alpha && chunks.transparency != null && chunks.transparency.length >= 2 * bits.length;
        return keyed ? new ColourKey(chunks.transparency, bits.length, plain) : plain;
    }
}

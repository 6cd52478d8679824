package io.github.zsl4j.vision.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * From the samples that a reader stored to RGB. {@code BufferedImage.getRGB} is not used: it changes grey, 16-bit and
 * CMYK values by colour management.
 */
final class Rasters {

    private static final int[] RGB_ORDER = {0, 1, 2};

    private Rasters() {}

    /** Converts one row of samples into RGB bytes. */
    interface RowConverter {
        void toRgb(int[] row, int pixels, byte[] rgb, int at);
    }

    /** An image whose bytes lie as {@link RgbImage} wants them; a reader that fills it needs no conversion after. */
    static BufferedImage rgbTarget(int width, int height) {
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(width * height * 3), width, height, width * 3, 3, RGB_ORDER, null);
        ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ColorModel model = new ComponentColorModel(srgb, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    /** Converts by the image's own colour model, ignoring its profile. */
    static RgbImage toRgb(BufferedImage image) throws PictureFault {
        Raster raster = image.getRaster();
        RgbImage direct = direct(raster, image.getColorModel());
        return direct != null ? direct : toRgb(raster, converter(image.getColorModel()));
    }

    static RgbImage toRgb(Raster raster, RowConverter converter) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        int[] row = new int[width * raster.getNumBands()];
        byte[] bytes = hasByteSamples(raster) ? new byte[row.length] : null;
        for (int y = 0; y < height; y++) {
            readRow(raster, y, bytes, row);
            converter.toRgb(row, width, rgb, y * width * 3);
        }
        return RgbImage.wrap(width, height, rgb);
    }

    private static boolean hasByteSamples(Raster raster) {
        return raster.getTransferType() == DataBuffer.TYPE_BYTE
                && raster.getSampleModel() instanceof ComponentSampleModel;
    }

    private static void readRow(Raster raster, int y, byte[] bytes, int[] row) {
        if (bytes == null) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            return;
        }
        raster.getDataElements(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, bytes);
        for (int i = 0; i < row.length; i++) {
            row[i] = bytes[i] & 0xff;
        }
    }

    /** Wraps the raster's own array where that is RGB as it stands, else null. */
    private static RgbImage direct(Raster raster, ColorModel model) {
        int width = raster.getWidth();
        if (model instanceof ComponentColorModel
                && !model.hasAlpha()
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel samples
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && raster.getParent() == null
                && samples.getPixelStride() == 3
                && samples.getScanlineStride() == 3 * width
                && java.util.Arrays.equals(samples.getBandOffsets(), RGB_ORDER)
                && buffer.getOffset() == 0
                && buffer.getNumBanks() == 1
                && buffer.getSize() == 3L * width * raster.getHeight()) {
            return RgbImage.wrap(width, raster.getHeight(), buffer.getData());
        }
        return null;
    }

    private static RowConverter converter(ColorModel model) throws PictureFault {
        if (model instanceof IndexColorModel index) {
            return Palette.of(index)::toRgb;
        }
        int colours = model.getNumColorComponents();
        int[] bits = model.getComponentSize();
        boolean known = colours == 1 || colours == 3 || colours == 4;
        boolean integers =
                model.getTransferType() <= DataBuffer.TYPE_INT && model.getTransferType() != DataBuffer.TYPE_SHORT;
        for (int b : bits) {
            integers &= b >= 1 && b <= 16;
        }
        if (!known || !integers) {
            throw PictureFault.unsupported(
                    String.format("%d colour samples of %d bits are not decoded", colours, bits[0]));
        }
        return new Samples(colours, model.hasAlpha(), model.isAlphaPremultiplied(), bits)::toRgb;
    }
}

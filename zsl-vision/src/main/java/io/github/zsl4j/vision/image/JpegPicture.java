package io.github.zsl4j.vision.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * JPEG, by the JDK's reader, which agrees with libjpeg-turbo to the bit; which colours the samples stand for is decided
 * here, by libjpeg's rules, because the JDK's rules differ for files without JFIF or Adobe marker.
 */
final class JpegPicture implements EncodedPicture {

    private static final String READER = "jpeg.JPEGImageReaderSpi";
    private static final int RGB = 0;
    private static final int YCC = 1;
    private static final int YCCK = 2;
    private static final int MANY_SCANS = 64;
    private static final long SCANNED_PIXELS = 1_000_000_000;

    private final byte[] data;
    private final JpegSegments segments;

    private JpegPicture(byte[] data, JpegSegments segments) {
        this.data = data;
        this.segments = segments;
    }

    static EncodedPicture open(byte[] data) throws PictureFault {
        JpegSegments segments = new JpegSegments(data);
        if (segments.frame < 0) {
            throw PictureFault.truncated(
                    String.format("the JPEG ends within its header, after %,d bytes", data.length));
        }
        JpegPicture picture = new JpegPicture(data, segments);
        picture.checkFrame();
        return picture;
    }

    private void checkFrame() throws PictureFault {
        if (width() == 0 || height() == 0) {
            throw PictureFault.damaged("the JPEG's header says " + width() + " x " + height() + " pixels");
        }
        if (segments.frameMarker > 0xc2) {
            throw PictureFault.unsupported("the JPEG is of a lossless, hierarchical or arithmetic kind");
        }
        if (data[segments.frame] != 8) {
            throw PictureFault.unsupported("the JPEG has " + data[segments.frame] + " bits a sample, not 8");
        }
        if (components() != 1 && components() != 3 && components() != 4) {
            throw PictureFault.unsupported("the JPEG has " + components() + " components, not 1, 3 or 4");
        }
    }

    @Override
    public int width() {
        return segments.u16(segments.frame + 3);
    }

    @Override
    public int height() {
        return segments.u16(segments.frame + 1);
    }

    private int components() {
        return data[segments.frame + 5] & 0xff;
    }

    @Override
    public int bytesPerPixel() {
        return components() == 3 ? 3 : components() + 3;
    }

    @Override
    public Orientation orientation() {
        return ExifOrientation.of(segments.exif(), segments.xmp);
    }

    @Override
    public RgbImage pixels() throws IOException {
        checkComplete();
        return switch (components()) {
            case 1 ->
                Readers.read(
                        READER, segments.plain(-1), r -> Rasters.toRgb(r.readRaster(0, null), Palette.grey()::toRgb));
            case 3 -> rgb(segments.plain(transform()));
            default -> inks(segments.plain(transform()));
        };
    }

    private void checkComplete() throws PictureFault {
        if (!segments.ended) {
            int start = segments.firstScan < 0 ? data.length : segments.firstScan;
            throw PictureFault.truncated(String.format(
                    "the JPEG ends after %,d bytes of image data, without an end marker", data.length - start));
        }
        if (segments.firstScan < 0) {
            throw PictureFault.damaged("the JPEG has a header and no image data");
        }
        if (segments.scans > MANY_SCANS && (long) segments.scans * width() * height() > SCANNED_PIXELS) {
            throw PictureFault.damaged(
                    String.format("the JPEG goes over its %,d pixels %,d times", width() * height(), segments.scans));
        }
    }

    private RgbImage rgb(byte[] plain) throws IOException {
        BufferedImage target = Rasters.rgbTarget(width(), height());
        Readers.read(READER, plain, reader -> {
            Readers.readInto(reader, target);
            return target;
        });
        return Rasters.toRgb(target);
    }

    private RgbImage inks(byte[] plain) throws IOException {
        boolean ycck = transform() == YCCK;
        return Readers.read(
                READER,
                plain,
                reader -> Rasters.toRgb(reader.readRaster(0, null), (row, pixels, rgb, at) -> {
                    for (int i = 0; i < 4 * pixels; i += 4) {
                        invert(row, i, ycck);
                        Cmyk.toRgb(row, i, rgb, at + i / 4 * 3);
                    }
                }));
    }

    /** From the stored samples to ink: 0 is none. */
    private static void invert(int[] row, int i, boolean ycck) {
        if (ycck) {
            YccTables.toRgb(row, i);
            row[i + 3] = 255 - row[i + 3];
            return;
        }
        for (int c = i; c < i + 4; c++) {
            row[c] = 255 - row[c];
        }
    }

    /** Which colours the samples are, as libjpeg tells it (jdapimin.c, default_decompress_parms). */
    private int transform() {
        if (components() == 4) {
            return segments.adobeTransform < 0 || segments.adobeTransform == RGB ? RGB : YCCK;
        }
        if (segments.jfif) {
            return YCC;
        }
        if (segments.adobeTransform >= 0) {
            return segments.adobeTransform == RGB ? RGB : YCC;
        }
        return id(0) == 'R' && id(1) == 'G' && id(2) == 'B' ? RGB : YCC;
    }

    private int id(int component) {
        return data[segments.frame + 6 + 3 * component];
    }
}

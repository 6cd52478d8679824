package io.github.zsl4j.vision.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The pixels of a picture: 8 bits each of red, green and blue, row by row from the top left.
 *
 * <p>Immutable and thread-safe.
 */
public final class RgbImage {

    private final int width;
    private final int height;
    private final byte[] rgb;

    private RgbImage(int width, int height, byte[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /**
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @param rgb width * height * 3 bytes, interleaved; copied
     * @throws IllegalArgumentException if the sizes do not fit together
     */
    public static RgbImage of(int width, int height, byte[] rgb) {
        return wrap(width, height, rgb.clone());
    }

    /**
     * Converts with the decoder's conventions: alpha composited on white, 16 bits keep the high byte, grey and CMYK as
     * Pillow converts, colour profiles ignored.
     *
     * @throws ImageException if the picture's colour model is not one of grey, RGB, CMYK or a palette, at most 16 bits
     */
    public static RgbImage of(BufferedImage image) {
        return new ImageDecoder().decode(ImageSource.of(image, "BufferedImage"));
    }

    /** Takes the array over without a copy; the caller must not keep it. */
    static RgbImage wrap(int width, int height, byte[] rgb) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel, not " + width + " x " + height);
        }
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    width + " x " + height + " pixels need " + 3L * width * height + " bytes, not " + rgb.length);
        }
        return new RgbImage(width, height, rgb);
    }

    /** In pixels, at least 1. */
    public int width() {
        return width;
    }

    /** In pixels, at least 1. */
    public int height() {
        return height;
    }

    /** A copy of all bytes: (y * width + x) * 3 is the red of pixel (x, y). */
    public byte[] toBytes() {
        return rgb.clone();
    }

    /**
     * Copies pixels of one row: three bytes each.
     *
     * @param x the first pixel
     * @param y the row
     * @param count how many pixels
     * @param into where they go, from index 0
     * @throws IndexOutOfBoundsException if {@code into} is too short or the pixels are not all inside the picture
     */
    public void copyRow(int x, int y, int count, byte[] into) {
        if (x < 0 || count < 0 || count > width - x || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException(
                    count + " pixels from (" + x + ", " + y + ") are not inside " + width + " x " + height);
        }
        System.arraycopy(rgb, (y * width + x) * 3, into, 0, count * 3);
    }

    /** The colour of one pixel as 0xRRGGBB; for tests and tools, not for loops over a picture. */
    public int pixel(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException("(" + x + ", " + y + ") is not inside " + width + " x " + height);
        }
        int i = (y * width + x) * 3;
        return (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | rgb[i + 2] & 0xff;
    }

    /** The array itself; not to be changed. */
    byte[] array() {
        return rgb;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RgbImage that
                && width == that.width
                && height == that.height
                && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "RgbImage[" + width + " x " + height + "]";
    }
}

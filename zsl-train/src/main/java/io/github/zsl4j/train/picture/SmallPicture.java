package io.github.zsl4j.train.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** A square picture of a few pixels, in RGB. Immutable and thread-safe. */
public final class SmallPicture {

    static final int CHANNELS = 3;

    private final int side;
    private final byte[] rgb;

    private SmallPicture(int side, byte[] rgb) {
        this.side = side;
        this.rgb = rgb;
    }

    /**
     * A picture from its pixels.
     *
     * @param side in pixels, at least 1
     * @param rgb rows from top to bottom of pixels from left to right, each red, green and blue [side * side * 3]; copied
     * @throws IllegalArgumentException if the number of values is another one
     */
    public static SmallPicture of(int side, byte[] rgb) {
        if (side < 1 || rgb.length != CHANNELS * Math.multiplyExact(side, side)) {
            throw new IllegalArgumentException(
                    "A picture of " + side + " x " + side + " pixels does not have " + rgb.length + " values");
        }
        return new SmallPicture(side, rgb.clone());
    }

    /**
     * A picture from one plane for each colour.
     *
     * @param side in pixels, at least 1
     * @param values the planes of red, green and blue, rows from top to bottom [3 * side * side]; 0 is black, 1 is full;
     *     others are clipped
     */
    static SmallPicture ofPlanes(int side, float[] values) {
        int pixels = side * side;
        byte[] rgb = new byte[CHANNELS * pixels];
        for (int i = 0; i < rgb.length; i++) {
            float value = values[i % CHANNELS * pixels + i / CHANNELS];
            rgb[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
        }
        return new SmallPicture(side, rgb);
    }

    /**
     * Pictures as networks take them.
     *
     * @param pictures of equal size
     * @return for each the planes of red, green and blue, rows from top to bottom, from 0 for black to 1
     *     [n * 3 * side * side]
     */
    public static float[] planes(List<SmallPicture> pictures) {
        int size = pictures.get(0).rgb.length;
        float[] values = new float[Math.multiplyExact(pictures.size(), size)];
        for (int i = 0; i < pictures.size(); i++) {
            pictures.get(i).copyPlanes(values, i * size);
        }
        return values;
    }

    /** The inverse of {@link #ofPlanes}. */
    void copyPlanes(float[] target, int offset) {
        int pixels = side * side;
        for (int i = 0; i < rgb.length; i++) {
            target[offset + i % CHANNELS * pixels + i / CHANNELS] = (rgb[i] & 0xff) / 255f;
        }
    }

    /** Width and height in pixels. */
    public int side() {
        return side;
    }

    /** The pixels as {@link #of} takes them; a copy. */
    public byte[] toBytes() {
        return rgb.clone();
    }

    /** The picture as Java's own kind. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int pixel = (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
            image.setRGB(i % side, i / side, pixel);
        }
        return image;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmallPicture picture && side == picture.side && Arrays.equals(rgb, picture.rgb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return side + " x " + side + " pixels";
    }
}

package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;

/**
 * Parts of green were subtracted from red and blue, and of red from blue; how much, each square says.
 *
 * @param width of the picture
 * @param bits the power of a square's side
 * @param factors by square: red to blue, green to blue and green to red, in the lower three bytes
 */
record CrossColour(int width, int bits, int[] factors) implements Transform {

    static CrossColour read(BitReader in, int width, int height) throws IOException {
        int bits = Tiles.readBits(in);
        return new CrossColour(width, bits, ImageReader.read(in, Tiles.count(width, bits), Tiles.count(height, bits)));
    }

    @Override
    public int[] invert(int[] pixels) {
        int columns = Tiles.count(width, bits);
        int height = pixels.length / width;
        for (int y = 0; y < height; y++) {
            int row = (y >> bits) * columns;
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                pixels[at] = invert(pixels[at], factors[row + (x >> bits)]);
            }
        }
        return pixels;
    }

    private static int invert(int argb, int factor) {
        int green = argb >> 8;
        int red = (argb >> 16) + share(factor, green) & 0xff;
        int blue = argb + share(factor >> 8, green) + share(factor >> 16, red) & 0xff;
        return argb & 0xff00ff00 | red << 16 | blue;
    }

    /** Both are signed bytes; the factor counts 32nds. */
    private static int share(int factor, int value) {
        return (byte) factor * (byte) value >> 5;
    }
}

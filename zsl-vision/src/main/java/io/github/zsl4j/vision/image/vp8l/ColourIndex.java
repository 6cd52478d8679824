package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;

/**
 * Colours were replaced by their places in a palette, and several places packed into one pixel's green.
 *
 * @param width of the picture
 * @param bits the power of how many places a pixel holds
 * @param palette padded with transparent black to all places that can be written
 */
record ColourIndex(int width, int bits, int[] palette) implements Transform {

    static ColourIndex read(BitReader in, int width, int height) throws IOException {
        int count = 1 + in.number(8);
        int bits = count > 16 ? 0 : count > 4 ? 1 : count > 2 ? 2 : 3;
        int[] differences = ImageReader.read(in, count, 1);
        int[] palette = new int[1 << (8 >> bits)];
        for (int i = 0; i < count; i++) {
            palette[i] = Prediction.add(differences[i], i == 0 ? 0 : palette[i - 1]);
        }
        return new ColourIndex(width, bits, palette);
    }

    @Override
    public int codedWidth(int width) {
        return Tiles.count(width, bits);
    }

    @Override
    public int[] invert(int[] coded) {
        int codedWidth = codedWidth(width);
        int height = coded.length / codedWidth;
        int[] pixels = new int[width * height];
        int perPixel = 8 >> bits;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int packed = coded[y * codedWidth + (x >> bits)] >> 8 & 0xff;
                int place = packed >> (x & (1 << bits) - 1) * perPixel & palette.length - 1;
                pixels[y * width + x] = palette[place];
            }
        }
        return pixels;
    }
}

package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;

/**
 * From every pixel was subtracted what its neighbours foretold; how they did, each square says.
 *
 * @param width of the picture
 * @param bits the power of a square's side
 * @param modes by square, in the green
 */
record Prediction(int width, int bits, int[] modes) implements Transform {

    private static final int BLACK = 0xff000000;
    private static final int LEFT = 1;
    private static final int ABOVE = 2;

    static Prediction read(BitReader in, int width, int height) throws IOException {
        int bits = Tiles.readBits(in);
        return new Prediction(width, bits, ImageReader.read(in, Tiles.count(width, bits), Tiles.count(height, bits)));
    }

    @Override
    public int[] invert(int[] pixels) {
        pixels[0] = add(pixels[0], BLACK);
        invert(pixels, LEFT, 1, width);
        for (int row = width, y = 1; row < pixels.length; row += width, y++) {
            pixels[row] = add(pixels[row], pixels[row - width]);
            int tiles = (y >> bits) * Tiles.count(width, bits);
            for (int x = 1; x < width; ) {
                int end = Math.min(width, (x >> bits) + 1 << bits);
                invert(pixels, modes[tiles + (x >> bits)] >> 8 & 0xf, row + x, row + end);
                x = end;
            }
        }
        return pixels;
    }

    private void invert(int[] pixels, int mode, int from, int to) {
        switch (mode) {
            case LEFT -> {
                for (int i = from; i < to; i++) {
                    pixels[i] = add(pixels[i], pixels[i - 1]);
                }
            }
            case ABOVE -> {
                for (int i = from; i < to; i++) {
                    pixels[i] = add(pixels[i], pixels[i - width]);
                }
            }
            default -> {
                for (int i = from; i < to; i++) {
                    pixels[i] = add(pixels[i], predict(pixels, mode, i));
                }
            }
        }
    }

    /** To the right of a row's last pixel above stands, as in libwebp, the first of the row itself. */
    private int predict(int[] pixels, int mode, int at) {
        int left = pixels[at - 1];
        int above = pixels[at - width];
        int aboveRight = pixels[at - width + 1];
        int aboveLeft = pixels[at - width - 1];
        return switch (mode) {
            case 3 -> aboveRight;
            case 4 -> aboveLeft;
            case 5 -> mean(mean(left, aboveRight), above);
            case 6 -> mean(left, aboveLeft);
            case 7 -> mean(left, above);
            case 8 -> mean(aboveLeft, above);
            case 9 -> mean(above, aboveRight);
            case 10 -> mean(mean(left, aboveLeft), mean(above, aboveRight));
            case 11 -> select(left, above, aboveLeft);
            case 12 -> continued(left, above, aboveLeft);
            case 13 -> halfContinued(mean(left, above), aboveLeft);
            default -> BLACK;
        };
    }

    /** The sums of each channel, modulo 256. */
    static int add(int a, int b) {
        int alphaGreen = (a & 0xff00ff00) + (b & 0xff00ff00);
        int redBlue = (a & 0x00ff00ff) + (b & 0x00ff00ff);
        return alphaGreen & 0xff00ff00 | redBlue & 0x00ff00ff;
    }

    private static int mean(int a, int b) {
        return ((a ^ b) >>> 1 & 0x7f7f7f7f) + (a & b);
    }

    /** The one of left and above that is nearer to where the corner points. */
    private static int select(int left, int above, int corner) {
        int difference = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int c = corner >>> shift & 0xff;
            difference += Math.abs((left >>> shift & 0xff) - c) - Math.abs((above >>> shift & 0xff) - c);
        }
        return difference <= 0 ? above : left;
    }

    private static int continued(int left, int above, int corner) {
        int result = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int sum = (left >>> shift & 0xff) + (above >>> shift & 0xff) - (corner >>> shift & 0xff);
            result |= clip(sum) << shift;
        }
        return result;
    }

    private static int halfContinued(int mean, int corner) {
        int result = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int m = mean >>> shift & 0xff;
            result |= clip(m + (m - (corner >>> shift & 0xff)) / 2) << shift;
        }
        return result;
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }
}

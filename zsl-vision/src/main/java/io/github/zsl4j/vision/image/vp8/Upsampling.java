package io.github.zsl4j.vision.image.vp8;

/**
 * From planes to pixels as libwebp does it: colour at twice the resolution ("fancy upsampling", src/dsp/upsampling.c),
 * then RGB in fixed point (src/dsp/yuv.h).
 *
 * <p>A pixel's colour is 9 parts of the nearest sample, 3 of each of the two beside it and 1 of the one across, rounded
 * twice. Blue and red are reckoned together, the one in the lower half of an int and the other in the upper.
 */
final class Upsampling {

    private static final int TWO = 0x00020002;
    private static final int EIGHT = 0x00080008;
    private static final int FRACTION = 6;

    private final Planes planes;
    private final int width;
    private final int height;
    private final byte[] rgb;

    private Upsampling(Planes planes, int width, int height) {
        this.planes = planes;
        this.width = width;
        this.height = height;
        this.rgb = new byte[3 * width * height];
    }

    /** Row by row three bytes a pixel, red, green and blue, of the upper left width x height pixels. */
    static byte[] toRgb(Planes planes, int width, int height) {
        Upsampling pixels = new Upsampling(planes, width, height);
        int last = (height + 1) / 2 - 1;
        for (int y = 0; y < height; y++) {
            int own = y / 2;
            int other = Math.max(0, Math.min(last, y % 2 == 0 ? own - 1 : own + 1));
            pixels.row(y, planes.blue().at(0, own), planes.blue().at(0, other));
        }
        return pixels.rgb;
    }

    /**
     * @param own where the nearest row of colour starts
     * @param other where the next nearest does
     */
    private void row(int y, int own, int other) {
        int light = planes.luma().at(0, y);
        int to = 3 * width * y;
        int left = colour(own);
        int leftOther = colour(other);
        put(light, edge(left, leftOther), to);
        for (int x = 1; x <= width - 1 >> 1; x++) {
            int right = colour(own + x);
            int rightOther = colour(other + x);
            int sum = left + right + leftOther + rightOther + EIGHT;
            int falling = sum + 2 * (right + leftOther) >>> 3;
            int rising = sum + 2 * (left + rightOther) >>> 3;
            int pixel = 2 * x - 1;
            put(light + pixel, falling + left >>> 1, to + 3 * pixel);
            put(light + pixel + 1, rising + right >>> 1, to + 3 * pixel + 3);
            left = right;
            leftOther = rightOther;
        }
        if (width % 2 == 0) {
            put(light + width - 1, edge(left, leftOther), to + 3 * (width - 1));
        }
    }

    /** The first and, where the width is even, the last pixel of a row have no sample beside their own. */
    private static int edge(int own, int other) {
        return 3 * own + other + TWO >>> 2;
    }

    private int colour(int at) {
        return planes.blue().samples[at] & 0xff | (planes.red().samples[at] & 0xff) << 16;
    }

    private void put(int lightAt, int colour, int to) {
        int light = (planes.luma().samples[lightAt] & 0xff) * 19077 >> 8;
        int blue = colour & 0xff;
        int red = colour >>> 16;
        rgb[to] = clip(light + (red * 26149 >> 8) - 14234);
        rgb[to + 1] = clip(light - (blue * 6419 >> 8) - (red * 13320 >> 8) + 8708);
        rgb[to + 2] = clip(light + (blue * 33050 >> 8) - 17685);
    }

    private static byte clip(int value) {
        return Plane.clip(value >> FRACTION);
    }
}

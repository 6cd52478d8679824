package io.github.zsl4j.vision.image;

import com.twelvemonkeys.imageio.color.YCbCrConverter;
import java.awt.image.WritableRaster;

/**
 * Repeats the last step of decoding a lossy WebP as libwebp does it.
 *
 * <p>Lossy WebP stores colour at half the resolution. The reader repeats each colour value over two by two pixels;
 * libwebp, and with it Pillow, interpolates ("fancy upsampling", src/dsp/upsampling.c), and converts to RGB with
 * constants of its own. The stored values are found again by asking which of them the reader turns into the pixels seen;
 * only where all channels are clipped can several do so, and then the nearest to grey is as good as any.
 */
final class WebpChroma {

    /** How far from the estimate stored values are looked for. */
    private static final int REACH = 3;

    private static final int NEUTRAL = 128;

    private final int width;
    private final int height;
    private final int chromaWidth;
    private final int[] luma;
    private final int[] blueness;
    private final int[] redness;
    private final byte[] yuv = new byte[3];
    private final byte[] rgb = new byte[3];

    private WebpChroma(int width, int height) {
        this.width = width;
        this.height = height;
        this.chromaWidth = (width + 1) / 2;
        this.luma = new int[width * height];
        this.blueness = new int[chromaWidth * ((height + 1) / 2)];
        this.redness = new int[blueness.length];
    }

    /** Changes the first three bands, red, green and blue, in place. */
    static void interpolate(WritableRaster raster) {
        WebpChroma chroma = new WebpChroma(raster.getWidth(), raster.getHeight());
        chroma.recover(raster);
        chroma.render(raster);
    }

    private void recover(WritableRaster raster) {
        int bands = raster.getNumBands();
        int[] block = new int[4 * bands];
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                int columns = Math.min(2, width - x);
                int rows = Math.min(2, height - y);
                raster.getPixels(x, y, columns, rows, block);
                recover(block, bands, columns * rows, y / 2 * chromaWidth + x / 2);
                for (int i = 0; i < columns * rows; i++) {
                    luma[(y + i / columns) * width + x + i % columns] = block[i * bands];
                }
            }
        }
    }

    /** Finds the colour that up to four pixels share, and leaves the lightness of each in its first value. */
    private void recover(int[] block, int bands, int pixels, int at) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = 0; i < pixels; i++) {
            red += (double) block[i * bands] / pixels;
            green += (double) block[i * bands + 1] / pixels;
            blue += (double) block[i * bands + 2] / pixels;
        }
        int u = (int) Math.round(NEUTRAL - 0.148 * red - 0.291 * green + 0.439 * blue);
        int v = (int) Math.round(NEUTRAL + 0.439 * red - 0.368 * green - 0.071 * blue);
        int found = search(block, bands, pixels, u, v);
        blueness[at] = u + found % (2 * REACH + 1) - REACH;
        redness[at] = v + found / (2 * REACH + 1) - REACH;
        for (int i = 0; i < pixels; i++) {
            int exact = lightness(block, i * bands, blueness[at], redness[at]);
            block[i * bands] = exact >= 0 ? exact : estimate(block, i * bands);
        }
    }

    /** The nearest offset that explains all pixels, or else the centre: (dv + REACH) * (2 REACH + 1) + du + REACH. */
    private int search(int[] block, int bands, int pixels, int u, int v) {
        for (int ring = 0; ring <= REACH; ring++) {
            for (int dv = -ring; dv <= ring; dv++) {
                int step = Math.abs(dv) == ring ? 1 : 2 * ring;
                for (int du = -ring; du <= ring; du += Math.max(1, step)) {
                    if (explains(block, bands, pixels, u + du, v + dv)) {
                        return (dv + REACH) * (2 * REACH + 1) + du + REACH;
                    }
                }
            }
        }
        return REACH * (2 * REACH + 1) + REACH;
    }

    private boolean explains(int[] block, int bands, int pixels, int u, int v) {
        for (int i = 0; i < pixels; i++) {
            if (lightness(block, i * bands, u, v) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The lightness with which the reader makes this pixel of this colour, or -1. */
    private int lightness(int[] block, int at, int u, int v) {
        int guess = estimate(block, at);
        for (int i = 0; i <= 2 * REACH; i++) {
            int y = guess + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
            if (y >= 0 && y <= 255 && u >= 0 && u <= 255 && v >= 0 && v <= 255 && makes(y, u, v, block, at)) {
                return y;
            }
        }
        return -1;
    }

    private static int estimate(int[] block, int at) {
        return (int) Math.round(16 + 0.257 * block[at] + 0.504 * block[at + 1] + 0.098 * block[at + 2]);
    }

    private boolean makes(int y, int u, int v, int[] block, int at) {
        yuv[0] = (byte) y;
        yuv[1] = (byte) u;
        yuv[2] = (byte) v;
        YCbCrConverter.convertRec601YCbCr2RGB(yuv, rgb, 0);
        return (rgb[0] & 0xff) == block[at] && (rgb[1] & 0xff) == block[at + 1] && (rgb[2] & 0xff) == block[at + 2];
    }

    private void render(WritableRaster raster) {
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                WebpColours.toRgb(luma[y * width + x], between(blueness, x, y), between(redness, x, y), row, x * bands);
            }
            raster.setPixels(0, y, width, 1, row);
        }
    }

    /** The colour at a pixel: of its own value 9, of the horizontal and the vertical neighbour 3 and of the last 1. */
    private int between(int[] plane, int x, int y) {
        int column = x / 2;
        int row = y / 2;
        int besideColumn = x % 2 == 0 ? column - 1 : column + 1;
        int besideRow = y % 2 == 0 ? row - 1 : row + 1;
        if (besideRow < 0 || besideRow >= (height + 1) / 2) {
            besideRow = row;
        }
        int own = plane[row * chromaWidth + column];
        int vertical = plane[besideRow * chromaWidth + column];
        if (besideColumn < 0 || besideColumn >= chromaWidth) {
            return 3 * own + vertical + 2 >> 2;
        }
        int horizontal = plane[row * chromaWidth + besideColumn];
        int diagonal = plane[besideRow * chromaWidth + besideColumn];
        int mean = own + vertical + horizontal + diagonal + 8;
        return (mean + 2 * (vertical + horizontal) >> 3) + own >> 1;
    }
}

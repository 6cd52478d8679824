package io.github.zsl4j.vision.image;

import io.github.zsl4j.vision.image.vp8l.Vp8lStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The alpha of a lossy WebP: an ALPH chunk, raw or coded like the green of a lossless picture, and filtered. */
final class WebpAlpha {

    private static final int RAW = 0;
    private static final int LOSSLESS = 1;
    private static final int HORIZONTAL = 1;
    private static final int VERTICAL = 2;

    private final int width;
    private final int height;
    private final byte[] alpha;

    private WebpAlpha(int width, int height) {
        this.width = width;
        this.height = height;
        this.alpha = new byte[width * height];
    }

    /**
     * @param chunk an ALPH chunk's content
     * @return 0 to 255 for every pixel, row by row
     */
    static byte[] decode(ByteBuffer chunk, int width, int height) throws IOException {
        if (chunk.remaining() < 2) {
            throw PictureFault.truncated("the WebP's alpha has no data");
        }
        int header = chunk.get();
        int method = header & 3;
        boolean knownLevels = (header >> 4 & 3) <= 1;
        if (method > LOSSLESS || !knownLevels || header >> 6 != 0) {
            throw PictureFault.damaged("the WebP's alpha is coded in an unknown way");
        }
        WebpAlpha plane = new WebpAlpha(width, height);
        if (method == RAW) {
            plane.readRaw(chunk);
        } else {
            plane.readLossless(chunk);
        }
        plane.unfilter(header >> 2 & 3);
        return plane.alpha;
    }

    private void readRaw(ByteBuffer chunk) throws PictureFault {
        if (chunk.remaining() < alpha.length) {
            throw PictureFault.truncated(
                    String.format("the WebP's alpha ends after %,d of %,d pixels", chunk.remaining(), alpha.length));
        }
        chunk.get(alpha);
    }

    private void readLossless(ByteBuffer chunk) throws IOException {
        int[] argb = Vp8lStream.toArgb(chunk.array(), chunk.position(), chunk.limit(), width, height);
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (argb[i] >> 8);
        }
    }

    /** Replaces differences from what the neighbours foretold by values. */
    private void unfilter(int filter) {
        for (int y = 0; filter != 0 && y < height; y++) {
            for (int x = 0; x < width; x++) {
                alpha[y * width + x] += (byte) predict(filter, x, y);
            }
        }
    }

    private int predict(int filter, int x, int y) {
        if (y == 0 || filter == HORIZONTAL && x > 0) {
            return x == 0 ? 0 : at(x - 1, y);
        }
        if (x == 0 || filter == VERTICAL) {
            return at(x, y - 1);
        }
        int gradient = at(x - 1, y) + at(x, y - 1) - at(x - 1, y - 1);
        return Math.max(0, Math.min(255, gradient));
    }

    private int at(int x, int y) {
        return alpha[y * width + x] & 0xff;
    }
}

package io.github.zsl4j.vision.image;

import io.github.zsl4j.vision.image.vp8.Vp8Frame;
import io.github.zsl4j.vision.image.vp8l.Vp8lStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** WebP: the still picture or the first frame of an animation on its canvas. */
final class WebpPicture implements EncodedPicture {

    private static final byte WHITE = (byte) 255;

    private final WebpChunks chunks;

    private WebpPicture(WebpChunks chunks) {
        this.chunks = chunks;
    }

    static EncodedPicture open(byte[] data) throws PictureFault {
        WebpChunks chunks = new WebpChunks(data);
        if (!chunks.hasImage() || chunks.width < 1 || chunks.height < 1) {
            throw PictureFault.truncated("the WebP has no picture in its " + data.length + " bytes");
        }
        return new WebpPicture(chunks);
    }

    @Override
    public int width() {
        return chunks.width;
    }

    @Override
    public int height() {
        return chunks.height;
    }

    @Override
    public int bytesPerPixel() {
        return chunks.lossy() && chunks.alpha() == null ? 8 : 20;
    }

    @Override
    public Orientation orientation() {
        return ExifOrientation.of(chunks.exif, chunks.xmp);
    }

    @Override
    public RgbImage pixels() throws IOException {
        if (chunks.missingBytes > 0) {
            throw PictureFault.truncated("the WebP's last " + chunks.missingBytes + " bytes are missing");
        }
        try {
            return onCanvas(chunks.lossy() ? lossy() : lossless());
        } catch (PictureFault e) {
            throw e;
        } catch (EOFException e) {
            throw PictureFault.truncated("the WebP's image data ends too early");
        }
    }

    private RgbImage lossless() throws IOException {
        ByteBuffer image = chunks.image();
        int from = image.position() + WebpChunks.LOSSLESS_HEADER;
        int[] argb = Vp8lStream.toArgb(image.array(), from, image.limit(), chunks.frameWidth, chunks.frameHeight);
        byte[] rgb = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = chunks.transparent ? argb[i] >>> 24 : 255;
            rgb[3 * i] = (byte) Samples.onWhite(argb[i] >> 16 & 0xff, alpha);
            rgb[3 * i + 1] = (byte) Samples.onWhite(argb[i] >> 8 & 0xff, alpha);
            rgb[3 * i + 2] = (byte) Samples.onWhite(argb[i] & 0xff, alpha);
        }
        return RgbImage.wrap(chunks.frameWidth, chunks.frameHeight, rgb);
    }

    private RgbImage lossy() throws IOException {
        ByteBuffer image = chunks.image();
        byte[] rgb = Vp8Frame.toRgb(image.array(), image.position(), image.limit());
        ByteBuffer alpha = chunks.alpha();
        if (alpha != null) {
            putOnWhite(rgb, WebpAlpha.decode(alpha, chunks.frameWidth, chunks.frameHeight));
        }
        return RgbImage.wrap(chunks.frameWidth, chunks.frameHeight, rgb);
    }

    private static void putOnWhite(byte[] rgb, byte[] alpha) {
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Samples.onWhite(rgb[i] & 0xff, alpha[i / 3] & 0xff);
        }
    }

    /** Outside the frame the canvas is transparent, hence white, or black if the file has no alpha. */
    private RgbImage onCanvas(RgbImage frame) {
        if (frame.width() == width() && frame.height() == height()) {
            return frame;
        }
        byte[] canvas = new byte[3 * width() * height()];
        if (chunks.transparent) {
            Arrays.fill(canvas, WHITE);
        }
        int row = 3 * frame.width();
        for (int y = 0; y < frame.height(); y++) {
            int to = 3 * ((chunks.top + y) * width() + chunks.left);
            System.arraycopy(frame.array(), y * row, canvas, to, row);
        }
        return RgbImage.wrap(width(), height(), canvas);
    }
}

package io.github.zsl4j.vision.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.spi.ImageReaderSpi;

/** WebP: the still picture or the first frame of an animation on its canvas. */
final class WebpPicture implements EncodedPicture {

    private static final ImageReaderSpi READER = new WebPImageReaderSpi();

    private final WebpChunks chunks;

    private WebpPicture(WebpChunks chunks) {
        this.chunks = chunks;
    }

    static EncodedPicture open(byte[] data) throws PictureFault {
        WebpChunks chunks = new WebpChunks(data);
        if (chunks.width < 1 || chunks.height < 1) {
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
        return 20;
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
            BufferedImage image = Readers.read(READER, chunks.still(), reader -> reader.read(0));
            if (chunks.lossy()) {
                WebpChroma.interpolate(image.getRaster());
            }
            return onCanvas(Rasters.toRgb(image));
        } catch (EOFException e) {
            throw PictureFault.truncated("the WebP's image data ends too early");
        }
    }

    private RgbImage onCanvas(RgbImage frame) throws PictureFault {
        if (frame.width() == width() && frame.height() == height()) {
            return frame;
        }
        if (chunks.left + frame.width() > width() || chunks.top + frame.height() > height()) {
            throw PictureFault.damaged("the WebP's first frame is larger than its canvas");
        }
        byte[] canvas = new byte[3 * width() * height()];
        Arrays.fill(canvas, (byte) 255);
        int row = 3 * frame.width();
        for (int y = 0; y < frame.height(); y++) {
            int to = 3 * ((chunks.top + y) * width() + chunks.left);
            System.arraycopy(frame.array(), y * row, canvas, to, row);
        }
        return RgbImage.wrap(width(), height(), canvas);
    }
}

package io.github.zsl4j.vision.image;

import java.awt.image.BufferedImage;

/** A {@link BufferedImage} that a caller brought. */
record PictureInMemory(BufferedImage image) implements EncodedPicture {

    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    @Override
    public int bytesPerPixel() {
        return 3;
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public RgbImage pixels() throws PictureFault {
        RgbImage rgb = Rasters.toRgb(image);
        // The caller keeps the image and may draw on it: never share its array.
        return RgbImage.of(rgb.width(), rgb.height(), rgb.array());
    }
}

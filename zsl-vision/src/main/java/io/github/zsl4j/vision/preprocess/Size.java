package io.github.zsl4j.vision.preprocess;

/**
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Size(int width, int height) {

    /** @throws IllegalArgumentException if a side is not positive */
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A size is at least 1 x 1, not " + width + " x " + height);
        }
    }

    public static Size square(int side) {
        return new Size(side, side);
    }
}

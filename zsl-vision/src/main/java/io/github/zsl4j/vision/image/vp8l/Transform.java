package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;

/** Something that was done to a picture before it was coded. */
interface Transform {

    /** Undoes it, maybe in place: ARGB row by row. */
    int[] invert(int[] pixels);

    /** The width of the coded picture, given that of the whole. */
    default int codedWidth(int width) {
        return width;
    }

    /**
     * @param type 0 to 3
     * @param width of the picture that comes out when it is undone
     */
    static Transform read(BitReader in, int type, int width, int height) throws IOException {
        return switch (type) {
            case 0 -> Prediction.read(in, width, height);
            case 1 -> CrossColour.read(in, width, height);
            case 2 -> new SubtractedGreen();
            default -> ColourIndex.read(in, width, height);
        };
    }
}

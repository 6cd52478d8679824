package io.github.zsl4j.vision.image.vp8;

/**
 * The planes of a frame; colour has half the resolution either way.
 *
 * @param luma lightness
 * @param blue blue less lightness, around 128
 * @param red red less lightness, around 128
 */
record Planes(Plane luma, Plane blue, Plane red) {

    static Planes of(FrameHeader header) {
        int width = 8 * header.columns();
        int height = 8 * header.rows();
        return new Planes(new Plane(2 * width, 2 * height), new Plane(width, height), new Plane(width, height));
    }
}

package io.github.zsl4j.vision.image.vp8l;

/** Green was subtracted from red and blue. */
record SubtractedGreen() implements Transform {

    @Override
    public int[] invert(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int argb = pixels[i];
            int green = argb >> 8 & 0xff;
            pixels[i] = argb & 0xff00ff00 | (argb & 0x00ff00ff) + (green << 16 | green) & 0x00ff00ff;
        }
        return pixels;
    }
}

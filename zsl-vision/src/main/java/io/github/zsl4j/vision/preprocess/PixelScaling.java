package io.github.zsl4j.vision.preprocess;

/**
 * What a channel's byte becomes in the network's input: 256 floats per channel, so that the arithmetic of any convention
 * is done once and exactly. Immutable and thread-safe.
 */
public final class PixelScaling {

    private final float[][] tables;

    private PixelScaling(float[][] tables) {
        this.tables = tables;
    }

    /**
     * (v / 255 - mean) / std in single precision, as torchvision and Hugging Face do.
     *
     * @param mean of red, green and blue, in [0, 1]
     * @param std of red, green and blue, above 0
     * @throws IllegalArgumentException if one of them has not three values or a deviation is not above 0
     */
    public static PixelScaling meanStd(float[] mean, float[] std) {
        return rescaled(1 / 255d, mean, std);
    }

    /**
     * (v * factor - mean) / std, as preprocessor_config.json describes it: the product in double precision, the rest in
     * single. Without rescaling the factor is 1, without normalisation the means are 0 and the deviations 1.
     *
     * @param factor finite
     * @param mean of red, green and blue
     * @param std of red, green and blue, above 0
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static PixelScaling rescaled(double factor, float[] mean, float[] std) {
        requireThree(mean, "mean");
        requireThree(std, "standard deviation");
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("The rescale factor must be finite, not " + factor);
        }
        float[][] tables = new float[3][256];
        for (int c = 0; c < 3; c++) {
            if (!(std[c] > 0)) {
                throw new IllegalArgumentException("A standard deviation must be above 0, not " + std[c]);
            }
            for (int v = 0; v < 256; v++) {
                tables[c][v] = ((float) (v * factor) - mean[c]) / std[c];
            }
        }
        return new PixelScaling(tables);
    }

    /**
     * (v - offset) / divisor in single precision, as TensorFlow's models do.
     *
     * @param divisor not 0
     */
    public static PixelScaling offset(float offset, float divisor) {
        if (divisor == 0 || !Float.isFinite(divisor) || !Float.isFinite(offset)) {
            throw new IllegalArgumentException(
                    "Offset " + offset + " and divisor " + divisor + " must be finite, the" + " divisor not 0");
        }
        float[] table = new float[256];
        for (int v = 0; v < 256; v++) {
            table[v] = (v - offset) / divisor;
        }
        return new PixelScaling(new float[][] {table, table, table});
    }

    private static void requireThree(float[] values, String what) {
        if (values.length != 3) {
            throw new IllegalArgumentException("A " + what + " has 3 values (red, green, blue), not " + values.length);
        }
    }

    /**
     * Writes interleaved bytes as planes, all red values first.
     *
     * @param rgb three bytes a pixel
     * @param target from {@code offset} on, rgb.length values
     */
    void apply(byte[] rgb, float[] target, int offset) {
        int pixels = rgb.length / 3;
        for (int c = 0; c < 3; c++) {
            float[] table = tables[c];
            int plane = offset + c * pixels;
            for (int i = 0; i < pixels; i++) {
                target[plane + i] = table[rgb[i * 3 + c] & 0xff];
            }
        }
    }
}

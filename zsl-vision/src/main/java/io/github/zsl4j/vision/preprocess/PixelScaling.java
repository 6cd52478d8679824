package io.github.zsl4j.vision.preprocess;

/**
 * What a channel's byte becomes in the network's input: 256 floats per channel, so that the arithmetic of any convention
 * is done once and exactly. Immutable and thread-safe.
 */
public final class PixelScaling {

    private final float[][] tables;

    private PixelScaling(float[][] tables) {
        for (float[] table : tables) {
            if (!Float.isFinite(table[0]) || !Float.isFinite(table[255])) {
                throw new IllegalArgumentException(
                        "Scaled values must be finite, but 0 becomes " + table[0] + " and 255 " + table[255]);
            }
        }
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
        return rescaled(1 / 255d).normalised(mean, std);
    }

    /**
     * v * factor, the product in double precision: what preprocessor_config.json means by {@code rescale_factor}. Without
     * rescaling the factor is 1.
     *
     * @throws IllegalArgumentException if the factor or a product is not finite
     */
    public static PixelScaling rescaled(double factor) {
        float[] table = new float[256];
        for (int v = 0; v < 256; v++) {
            table[v] = (float) (v * factor);
        }
        return new PixelScaling(new float[][] {table, table, table});
    }

    /**
     * Followed by (value - mean) / std in single precision.
     *
     * @param mean of red, green and blue
     * @param std of red, green and blue, above 0
     * @throws IllegalArgumentException if one of them has not three values, a deviation is not above 0, or a result is not
     *     finite
     */
    public PixelScaling normalised(float[] mean, float[] std) {
        requireThree(mean, "mean");
        requireThree(std, "standard deviation");
        float[][] result = new float[3][256];
        for (int c = 0; c < 3; c++) {
            if (!(std[c] > 0)) {
                throw new IllegalArgumentException("A standard deviation must be above 0, not " + std[c]);
            }
            for (int v = 0; v < 256; v++) {
                result[c][v] = (tables[c][v] - mean[c]) / std[c];
            }
        }
        return new PixelScaling(result);
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

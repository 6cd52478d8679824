package io.github.zsl4j.vision.preprocess;

/**
 * The colours of the pictures that a network was trained on, which its input is normalised by.
 *
 * @param mean of red, green and blue, in [0, 1]
 * @param std the standard deviations, above 0
 */
record ColourStatistics(float[] mean, float[] std) {

    /** Of the pictures of CLIP (OPENAI_CLIP_MEAN and _STD). */
    static final ColourStatistics CLIP = new ColourStatistics(
            new float[] {0.48145466f, 0.4578275f, 0.40821073f}, new float[] {0.26862954f, 0.26130258f, 0.27577711f});

    /** Of ImageNet (IMAGENET_DEFAULT_MEAN and _STD). */
    static final ColourStatistics IMAGENET =
            new ColourStatistics(new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f});

    /** From [0, 1] to [-1, 1] (IMAGENET_STANDARD_MEAN and _STD). */
    static final ColourStatistics HALF =
            new ColourStatistics(new float[] {0.5f, 0.5f, 0.5f}, new float[] {0.5f, 0.5f, 0.5f});

    /** Bytes to [0, 1], then (value - mean) / std. */
    PixelScaling scaling() {
        return PixelScaling.meanStd(mean, std);
    }
}

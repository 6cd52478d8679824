package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.Resampler.Region;
import java.util.Objects;
import java.util.Optional;

/**
 * From a decoded picture to the input of an image network: resize, centre crop, scale the values; result float [3, h, w],
 * red plane first. Pixel-exact with Pillow. Immutable and thread-safe.
 *
 * @param resize how the size is changed
 * @param interpolation the filter that does it
 * @param crop what is cut from the centre, at (left, top) = floor((side - crop) / 2); a smaller picture gets a black
 *     margin. Empty only if {@code resize} is exact.
 * @param scaling what bytes become
 */
public record Preprocessing(Resize resize, Interpolation interpolation, Optional<Size> crop, PixelScaling scaling) {

    private static final float[] CLIP_MEAN = {0.48145466f, 0.4578275f, 0.40821073f};
    private static final float[] CLIP_STD = {0.26862954f, 0.26130258f, 0.27577711f};
    private static final float[] IMAGENET_MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] IMAGENET_STD = {0.229f, 0.224f, 0.225f};
    private static final float[] HALF = {0.5f, 0.5f, 0.5f};

    /** @throws IllegalArgumentException if pictures of different shape would give inputs of different shape */
    public Preprocessing {
        Objects.requireNonNull(interpolation, "interpolation");
        Objects.requireNonNull(scaling, "scaling");
        if (crop.isEmpty() && !(resize instanceof Resize.Exact)) {
            throw new IllegalArgumentException("Without a crop the resize must be exact, so that all inputs are alike");
        }
    }

    /** EfficientNet-Lite2: shorter side 292, bicubic, crop 260, (v - 127) / 128. */
    public static Preprocessing efficientNetLite2() {
        return cropped(292, 260, Interpolation.BICUBIC, PixelScaling.offset(127, 128));
    }

    /** CLIP: shorter side and crop {@code size}, bicubic, CLIP's mean and deviation. */
    public static Preprocessing clip(int size) {
        return cropped(size, size, Interpolation.BICUBIC, PixelScaling.meanStd(CLIP_MEAN, CLIP_STD));
    }

    /** SigLIP: squeezed to a square, bicubic, values in [-1, 1]. */
    public static Preprocessing siglip(int size) {
        return square(size, Interpolation.BICUBIC, PixelScaling.meanStd(HALF, HALF));
    }

    /** ViT of Google: squeezed to a square, bilinear, values in [-1, 1]. */
    public static Preprocessing vit(int size) {
        return square(size, Interpolation.BILINEAR, PixelScaling.meanStd(HALF, HALF));
    }

    /** ImageNet networks such as ResNet: shorter side {@code edge}, bicubic, crop {@code size}, ImageNet's statistics. */
    public static Preprocessing imageNet(int edge, int size) {
        return cropped(edge, size, Interpolation.BICUBIC, PixelScaling.meanStd(IMAGENET_MEAN, IMAGENET_STD));
    }

    private static Preprocessing cropped(int edge, int size, Interpolation filter, PixelScaling scaling) {
        return new Preprocessing(Resize.shortestEdge(edge), filter, Optional.of(Size.square(size)), scaling);
    }

    private static Preprocessing square(int size, Interpolation filter, PixelScaling scaling) {
        return new Preprocessing(Resize.exact(size, size), filter, Optional.empty(), scaling);
    }

    /** The width and height of every result. */
    public Size outputSize() {
        return crop.orElseGet(() -> resize.target(1, 1));
    }

    /** The number of floats of every result, 3 * h * w. */
    public int length() {
        return 3 * outputSize().width() * outputSize().height();
    }

    /** @return [3, h, w], row-major */
    public float[] apply(RgbImage image) {
        float[] result = new float[length()];
        apply(image, result, 0);
        return result;
    }

    /**
     * Writes [3, h, w] to {@code target} from {@code offset} on.
     *
     * @throws IndexOutOfBoundsException if {@code target} is too short
     */
    public void apply(RgbImage image, float[] target, int offset) {
        scaling.apply(bytes(image), target, offset);
    }

    /** The resized and cropped picture, before its values are scaled. */
    public RgbImage pixels(RgbImage image) {
        return RgbImage.of(outputSize().width(), outputSize().height(), bytes(image));
    }

    private byte[] bytes(RgbImage image) {
        Size resized = resize.target(image.width(), image.height());
        Size output = outputSize();
        Region wanted = new Region(
                Math.max(0, (resized.width() - output.width()) / 2),
                Math.max(0, (resized.height() - output.height()) / 2),
                Math.min(resized.width(), output.width()),
                Math.min(resized.height(), output.height()));
        byte[] part = Resampler.resample(image, resized, interpolation, wanted);
        boolean whole = wanted.width() == output.width() && wanted.height() == output.height();
        return whole ? part : withMargin(part, wanted, output);
    }

    /** As Hugging Face's center_crop: the larger half of an odd margin is on the left and at the top. */
    private static byte[] withMargin(byte[] part, Region have, Size output) {
        byte[] result = new byte[output.width() * output.height() * 3];
        int left = (output.width() - have.width() + 1) / 2;
        int top = (output.height() - have.height() + 1) / 2;
        for (int y = 0; y < have.height(); y++) {
            int to = ((top + y) * output.width() + left) * 3;
            System.arraycopy(part, y * have.width() * 3, result, to, have.width() * 3);
        }
        return result;
    }
}

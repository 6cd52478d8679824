package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
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
 * @param crop what is cut from the centre; empty only if {@code resize} is exact
 * @param scaling what bytes become
 */
public record Preprocessing(
        Resize resize, Interpolation interpolation, Optional<CentreCrop> crop, PixelScaling scaling) {

    /** @throws IllegalArgumentException if pictures of different shape would give inputs of different shape */
    public Preprocessing {
        Objects.requireNonNull(interpolation, "interpolation");
        Objects.requireNonNull(scaling, "scaling");
        if (crop.isEmpty() && !(resize instanceof Resize.Exact)) {
            throw new IllegalArgumentException("Without a crop the resize must be exact, so that all inputs are alike");
        }
    }

    /**
     * What a model's folder says: {@code processor_config.json} or {@code preprocessor_config.json} of Hugging Face,
     * {@code open_clip_config.json}, or timm's {@code config.json}, the first that is there. Values that a file leaves out
     * are those that its library takes then.
     *
     * <p>Hugging Face's processors exist in two versions, on Pillow and on torchvision's tensors; this is the one on
     * Pillow, from which the other differs by one level of 255 in a few pixels.
     *
     * @throws ModelException if there is no such file, or it says what makes no sense or cannot be done exactly
     */
    public static Preprocessing of(ModelFolder folder) {
        return FolderPreprocessing.read(folder);
    }

    /** EfficientNet-Lite2: shorter side 292, bicubic, crop 260, (v - 127) / 128. */
    public static Preprocessing efficientNetLite2() {
        return cropped(292, 260, Interpolation.BICUBIC, PixelScaling.offset(127, 128));
    }

    /** CLIP: shorter side and crop {@code size}, bicubic, CLIP's mean and deviation. */
    public static Preprocessing clip(int size) {
        return cropped(size, size, Interpolation.BICUBIC, ColourStatistics.CLIP.scaling());
    }

    /** SigLIP: squeezed to a square, bicubic, values in [-1, 1]. */
    public static Preprocessing siglip(int size) {
        return square(size, Interpolation.BICUBIC, ColourStatistics.HALF.scaling());
    }

    /** ViT of Google: squeezed to a square, bilinear, values in [-1, 1]. */
    public static Preprocessing vit(int size) {
        return square(size, Interpolation.BILINEAR, ColourStatistics.HALF.scaling());
    }

    /** ImageNet networks such as ResNet: shorter side {@code edge}, bicubic, crop {@code size}, ImageNet's statistics. */
    public static Preprocessing imageNet(int edge, int size) {
        return cropped(edge, size, Interpolation.BICUBIC, ColourStatistics.IMAGENET.scaling());
    }

    private static Preprocessing cropped(int edge, int size, Interpolation filter, PixelScaling scaling) {
        return new Preprocessing(
                Resize.shortestEdge(edge), filter, Optional.of(CentreCrop.of(Size.square(size))), scaling);
    }

    private static Preprocessing square(int size, Interpolation filter, PixelScaling scaling) {
        return new Preprocessing(Resize.exact(size, size), filter, Optional.empty(), scaling);
    }

    /** The width and height of every result. */
    public Size outputSize() {
        return crop.map(CentreCrop::size).orElseGet(() -> resize.target(1, 1));
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
        CentreCrop cut = crop.orElseGet(() -> CentreCrop.of(output));
        int x = cut.rounding().offset(resized.width(), output.width());
        int y = cut.rounding().offset(resized.height(), output.height());
        Region wanted = new Region(
                Math.max(0, x),
                Math.max(0, y),
                Math.min(resized.width(), output.width()),
                Math.min(resized.height(), output.height()));
        byte[] part = Resampler.resample(image, resized, interpolation, wanted);
        boolean whole = wanted.width() == output.width() && wanted.height() == output.height();
        return whole ? part : withMargin(part, wanted, Math.max(0, -x), Math.max(0, -y));
    }

    private byte[] withMargin(byte[] part, Region have, int left, int top) {
        Size output = outputSize();
        byte[] result = filled(output, crop.orElseThrow().margin());
        for (int y = 0; y < have.height(); y++) {
            int to = ((top + y) * output.width() + left) * 3;
            System.arraycopy(part, y * have.width() * 3, result, to, have.width() * 3);
        }
        return result;
    }

    private static byte[] filled(Size size, int colour) {
        byte[] result = new byte[size.width() * size.height() * 3];
        byte[] rgb = {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
        for (int i = 0; colour != 0 && i < result.length; i++) {
            result[i] = rgb[i % 3];
        }
        return result;
    }
}

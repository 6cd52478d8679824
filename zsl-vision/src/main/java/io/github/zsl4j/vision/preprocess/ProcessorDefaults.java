package io.github.zsl4j.vision.preprocess;

import java.util.Map;
import java.util.Optional;

/**
 * What an image processor of Hugging Face's transformers (version 5) does where its configuration is silent.
 *
 * @param resize the default of {@code size}
 * @param squareSize whether a size of one number means both sides, not the shorter
 * @param interpolation the default of {@code resample}
 * @param crop the default of {@code crop_size}; empty if the processor crops only when told to
 * @param statistics the defaults of {@code image_mean} and {@code image_std}
 */
record ProcessorDefaults(
        Resize resize,
        boolean squareSize,
        Interpolation interpolation,
        Optional<Size> crop,
        ColourStatistics statistics) {

    static final String CONV_NEXT = "ConvNext";
    static final String EFFICIENT_NET = "EfficientNet";

    /** By the processor's name less its ending. */
    private static final Map<String, ProcessorDefaults> KNOWN = Map.ofEntries(
            Map.entry("CLIP", cropped(224, Interpolation.BICUBIC, ColourStatistics.CLIP)),
            Map.entry("ChineseCLIP", cropped(224, Interpolation.BICUBIC, ColourStatistics.CLIP)),
            Map.entry("Bit", cropped(224, Interpolation.BICUBIC, ColourStatistics.CLIP)),
            Map.entry("MobileNetV1", cropped(256, Interpolation.BILINEAR, ColourStatistics.HALF)),
            Map.entry("MobileNetV2", cropped(256, Interpolation.BILINEAR, ColourStatistics.HALF)),
            Map.entry("ViT", square(224, Interpolation.BILINEAR, ColourStatistics.HALF)),
            Map.entry("Beit", square(224, Interpolation.BICUBIC, ColourStatistics.HALF)),
            Map.entry("Blip", square(384, Interpolation.BICUBIC, ColourStatistics.CLIP)),
            Map.entry("Pvt", square(224, Interpolation.BICUBIC, ColourStatistics.IMAGENET)),
            Map.entry(EFFICIENT_NET, square(346, Interpolation.BICUBIC, ColourStatistics.HALF)),
            Map.entry(
                    "DeiT",
                    new ProcessorDefaults(
                            Resize.exact(256, 256),
                            true,
                            Interpolation.BICUBIC,
                            Optional.of(Size.square(224)),
                            ColourStatistics.HALF)),
            Map.entry(
                    "Siglip",
                    new ProcessorDefaults(
                            Resize.exact(224, 224),
                            false,
                            Interpolation.BICUBIC,
                            Optional.empty(),
                            ColourStatistics.HALF)),
            Map.entry(
                    CONV_NEXT,
                    new ProcessorDefaults(
                            Resize.shortestEdge(384),
                            false,
                            Interpolation.BICUBIC,
                            Optional.empty(),
                            ColourStatistics.HALF)));

    private static ProcessorDefaults cropped(int edge, Interpolation filter, ColourStatistics statistics) {
        return new ProcessorDefaults(
                Resize.shortestEdge(edge), false, filter, Optional.of(Size.square(224)), statistics);
    }

    private static ProcessorDefaults square(int size, Interpolation filter, ColourStatistics statistics) {
        return new ProcessorDefaults(Resize.exact(size, size), true, filter, Optional.empty(), statistics);
    }

    /** @return empty if there is no such processor, or it does what cannot be done here to the bit */
    static Optional<ProcessorDefaults> of(String processor) {
        return Optional.ofNullable(KNOWN.get(processor));
    }
}

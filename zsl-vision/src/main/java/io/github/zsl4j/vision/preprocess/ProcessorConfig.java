package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.error.ModelException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of one of Hugging Face's image processors: {@code preprocessor_config.json}, or the object
 * {@code image_processor} of {@code processor_config.json}. Keys that a processor does not read are ignored here too.
 */
final class ProcessorConfig {

    private static final double USUAL_CROP = 224 / 256d;

    /** From this size on, ConvNeXT's processor squeezes pictures and crops nothing. */
    private static final int CONV_NEXT_WHOLE = 384;

    private final ConfigFile file;
    private final ConfigValues values;
    private final String processor;
    private final ProcessorDefaults defaults;

    private ProcessorConfig(ConfigFile file, String processor) {
        this.file = file;
        this.values = new ConfigValues(file);
        this.processor = processor;
        this.defaults = ProcessorDefaults.of(processor).orElseThrow(() -> unknown(file, processor));
    }

    static Preprocessing read(ConfigFile file) {
        String type = type(file).orElseThrow(() -> unknown(file, "missing"));
        ProcessorConfig config = new ProcessorConfig(file, type);
        config.refuseWhatIsNotDone();
        return type.equals(ProcessorDefaults.CONV_NEXT) ? config.convNext() : config.preprocessing();
    }

    /** The processor's name less the endings that versions of the library gave it. */
    static Optional<String> type(ConfigFile file) {
        return Stream.of("image_processor_type", "feature_extractor_type", "processor_class")
                .flatMap(key -> file.text(key).stream())
                .findFirst()
                .map(name -> name.replaceFirst("(ImageProcessor|FeatureExtractor|Processor)(Fast|Pil)?$", ""));
    }

    private static ModelException unknown(ConfigFile file, String processor) {
        return new ModelException(file.name() + ": the image processor (image_processor_type) is " + processor
                + "; what it does is not known here to the bit, so pass a Preprocessing of your own");
    }

    private void refuseWhatIsNotDone() {
        for (String key : new String[] {"do_pad", "use_square_size"}) {
            if (file.flag(key).orElse(false)) {
                throw file.wrong(key, "false");
            }
        }
        if (file.has("auto_map")) {
            throw file.wrong("auto_map", "no code of the model's own");
        }
        if (!file.text("data_format").orElse("channels_first").equals("channels_first")) {
            throw file.wrong("data_format", "channels_first");
        }
    }

    private Preprocessing preprocessing() {
        Resize resize = resizes() ? size(defaults.squareSize()).orElse(defaults.resize()) : Resize.none();
        Optional<CentreCrop> crop = crop().map(CentreCrop::of);
        if (crop.isEmpty() && !(resize instanceof Resize.Exact)) {
            throw file.wrong(resizes() ? "size" : "do_resize", "height and width, or else do_center_crop,");
        }
        return new Preprocessing(resize, interpolation(), crop, scaling());
    }

    private boolean resizes() {
        return file.flag("do_resize").orElse(true);
    }

    private Optional<Resize> size(boolean square) {
        if (file.has("size.height") && file.has("size.width")) {
            return Optional.of(Resize.exact(side("size.width"), side("size.height")));
        }
        if (file.has("size.shortest_edge") && !file.has("size.longest_edge")) {
            return Optional.of(Resize.shortestEdge(side("size.shortest_edge")));
        }
        if (file.isObject("size")) {
            throw file.wrong("size", "shortest_edge alone, or height and width,");
        }
        boolean edge = !file.flag("default_to_square").orElse(square) && values.isSingle("size");
        return values.size("size").map(s -> edge ? Resize.shortestEdge(s.width()) : new Resize.Exact(s));
    }

    private int side(String key) {
        return values.side(key).orElseThrow(() -> file.wrong(key, "a length in pixels"));
    }

    private Optional<Size> crop() {
        if (!file.flag("do_center_crop").orElse(defaults.crop().isPresent())) {
            return Optional.empty();
        }
        if (file.isObject("crop_size")) {
            return Optional.of(new Size(side("crop_size.width"), side("crop_size.height")));
        }
        return Optional.of(values.size("crop_size")
                .or(defaults::crop)
                .orElseThrow(() -> file.wrong("crop_size", "height and width")));
    }

    /** Below 384 pixels resized by 1 / crop_pct and cropped, above squeezed. */
    private Preprocessing convNext() {
        if (!resizes() || file.flag("do_center_crop").orElse(false)) {
            throw file.wrong(
                    resizes() ? "do_center_crop" : "do_resize", (resizes() ? "false" : "true") + " for " + processor);
        }
        Resize size = size(false).orElse(defaults.resize());
        if (!(size instanceof Resize.ShortestEdge shortest)) {
            throw file.wrong("size", "shortest_edge");
        }
        int edge = shortest.edge();
        if (edge >= CONV_NEXT_WHOLE) {
            return new Preprocessing(Resize.exact(edge, edge), interpolation(), Optional.empty(), scaling());
        }
        int before = values.beforeCrop("crop_pct", edge, file.number("crop_pct").orElse(USUAL_CROP));
        Optional<CentreCrop> crop = Optional.of(CentreCrop.of(Size.square(edge)));
        return new Preprocessing(Resize.shortestEdge(before), interpolation(), crop, scaling());
    }

    private Interpolation interpolation() {
        return file.integer("resample").map(Interpolation::ofPillowCode).orElse(defaults.interpolation());
    }

    private PixelScaling scaling() {
        ColourStatistics colours = values.statistics("image_mean", "image_std", defaults.statistics());
        boolean rescales = file.flag("do_rescale").orElse(true);
        PixelScaling scaling =
                PixelScaling.rescaled(rescales ? file.number("rescale_factor").orElse(1 / 255d) : 1);
        boolean efficientNet = processor.equals(ProcessorDefaults.EFFICIENT_NET);
        if (efficientNet && rescales && file.flag("rescale_offset").orElse(false)) {
            scaling = scaling.normalised(new float[] {1, 1, 1}, new float[] {1, 1, 1});
        }
        if (file.flag("do_normalize").orElse(true)) {
            scaling = scaling.normalised(colours.mean(), colours.std());
        }
        // EfficientNet's classifiers were trained on pictures divided by the deviations once more.
        return efficientNet && file.flag("include_top").orElse(true)
                ? scaling.normalised(new float[3], colours.std())
                : scaling;
    }
}

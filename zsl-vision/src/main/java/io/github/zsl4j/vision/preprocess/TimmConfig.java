package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.engine.layout.ConfigFile;
import java.util.List;
import java.util.Optional;

/**
 * timm's {@code config.json}, read as {@code resolve_data_config} and {@code transforms_imagenet_eval} of timm do: the
 * object {@code pretrained_cfg}, or in older files the whole.
 */
final class TimmConfig {

    private static final double USUAL_CROP = 0.875;
    private static final List<Double> USUAL_INPUT = List.of(3d, 224d, 224d);

    private final ConfigFile file;
    private final ConfigValues values;

    private TimmConfig(ConfigFile file) {
        this.file = file;
        this.values = new ConfigValues(file);
    }

    /** Whether a {@code config.json} is timm's. */
    static boolean matches(ConfigFile file) {
        return file.has("pretrained_cfg") || file.has("architecture");
    }

    static Preprocessing read(ConfigFile file) {
        TimmConfig config = new TimmConfig(file.child("pretrained_cfg").orElse(file));
        return config.preprocessing(config.size());
    }

    private Size size() {
        List<Double> input = file.numbers("input_size").orElse(USUAL_INPUT);
        if (input.size() != 3 || input.get(0) != 3) {
            throw file.wrong("input_size", "3 channels, height and width,");
        }
        return new Size(values.side("input_size", input.get(2)), values.side("input_size", input.get(1)));
    }

    private Preprocessing preprocessing(Size size) {
        double part = file.number("crop_pct").orElse(USUAL_CROP);
        Size whole = new Size(
                values.beforeCrop("crop_pct", size.width(), part), values.beforeCrop("crop_pct", size.height(), part));
        Interpolation filter = values.interpolation("interpolation", Interpolation.BICUBIC);
        String mode = file.text("crop_mode").orElse("center");
        return switch (mode) {
            case "center" -> centre(whole, filter, size);
            case "squash" -> cropped(new Resize.Exact(whole), filter, size, 0);
            case "border" -> cropped(Resize.within(whole), filter, size, meanColour());
            default -> throw file.wrong("crop_mode", "center, squash or border");
        };
    }

    /** Where the sides differ, timm takes its resize's default filter, not the one of the configuration. */
    private Preprocessing centre(Size whole, Interpolation filter, Size size) {
        return whole.width() == whole.height()
                ? cropped(Resize.shortestEdge(whole.width()), filter, size, 0)
                : cropped(Resize.covering(whole), Interpolation.BILINEAR, size, 0);
    }

    private Preprocessing cropped(Resize resize, Interpolation filter, Size size, int margin) {
        CentreCrop crop = new CentreCrop(size, CentreCrop.Rounding.TORCHVISION, margin);
        return new Preprocessing(resize, filter, Optional.of(crop), statistics().scaling());
    }

    private ColourStatistics statistics() {
        return values.statistics("mean", "std", ColourStatistics.IMAGENET);
    }

    private int meanColour() {
        int colour = 0;
        for (float mean : statistics().mean()) {
            // Written as single precision, the mean is off by less than what rounding notices.
            colour = colour << 8 | (int) Math.max(0, Math.min(255, Math.rint(255d * mean)));
        }
        return colour;
    }
}

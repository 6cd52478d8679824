package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.engine.layout.ConfigFile;
import java.util.Optional;

/**
 * open_clip's {@code open_clip_config.json}, read as {@code image_transform} of open_clip does. Older files have no
 * {@code preprocess_cfg}; the size is then the network's, the rest as for CLIP.
 *
 * <p>One thing differs: the usual crop of a square rounds down where torchvision rounds to even, so that a CLIP gives the same
 * vectors whether its folder is Hugging Face's or open_clip's (docs/decisions/0009-one-centre-crop.md).
 */
final class OpenClipConfig {

    private static final String IMAGE_SIZE = "model_cfg.vision_cfg.image_size";
    private static final String SIZE = "preprocess_cfg.size";
    private static final Size USUAL = Size.square(224);

    private final ConfigFile file;
    private final ConfigValues values;

    private OpenClipConfig(ConfigFile file) {
        this.file = file;
        this.values = new ConfigValues(file);
    }

    static Preprocessing read(ConfigFile file) {
        OpenClipConfig config = new OpenClipConfig(file);
        if (!file.text("preprocess_cfg.mode").orElse("RGB").equals("RGB")) {
            throw file.wrong("preprocess_cfg.mode", "RGB");
        }
        return config.preprocessing(config.size());
    }

    /** What the network is built for goes before what the preprocessing asks for. */
    private Size size() {
        return values.size(IMAGE_SIZE).or(() -> values.size(SIZE)).orElse(USUAL);
    }

    private Preprocessing preprocessing(Size size) {
        String mode = file.text("preprocess_cfg.resize_mode").orElse("shortest");
        return switch (mode) {
            case "shortest" -> shortest(size);
            case "longest" -> preprocessing(Resize.within(size), interpolation(), crop(size, fill()));
            case "squash" -> preprocessing(new Resize.Exact(size), interpolation(), Optional.empty());
            default -> throw file.wrong("preprocess_cfg.resize_mode", "shortest, longest or squash");
        };
    }

    /** Where the sides differ, open_clip takes its resize's default filter, not the one of the configuration. */
    private Preprocessing shortest(Size size) {
        return size.width() == size.height()
                ? preprocessing(Resize.shortestEdge(size.width()), interpolation(), Optional.of(CentreCrop.of(size)))
                : preprocessing(Resize.covering(size), Interpolation.BICUBIC, crop(size, 0));
    }

    private Preprocessing preprocessing(Resize resize, Interpolation filter, Optional<CentreCrop> crop) {
        PixelScaling scaling = values.statistics("preprocess_cfg.mean", "preprocess_cfg.std", ColourStatistics.CLIP)
                .scaling();
        return new Preprocessing(resize, filter, crop, scaling);
    }

    private static Optional<CentreCrop> crop(Size size, int margin) {
        return Optional.of(new CentreCrop(size, CentreCrop.Rounding.TORCHVISION, margin));
    }

    private Interpolation interpolation() {
        String key = "preprocess_cfg.interpolation";
        return switch (file.text(key).orElse("bicubic")) {
            case "bicubic", "random" -> Interpolation.BICUBIC; // random is for training
            case "bilinear" -> Interpolation.BILINEAR;
            default -> throw file.wrong(key, "bicubic or bilinear");
        };
    }

    private int fill() {
        int grey = file.integer("preprocess_cfg.fill_color").orElse(0);
        if (grey < 0 || grey > 255) {
            throw file.wrong("preprocess_cfg.fill_color", "a level from 0 to 255");
        }
        return grey * 0x010101;
    }
}

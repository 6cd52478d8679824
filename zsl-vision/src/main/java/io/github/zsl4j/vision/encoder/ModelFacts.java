package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.vision.preprocess.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code config.json} says of an image network; a folder without one is a model of no known type. */
final class ModelFacts {

    /** Types whose class token is what stands for the picture. */
    private static final Set<String> CLASS_TOKEN = Set.of(
            "vit",
            "deit",
            "beit",
            "dinov2",
            "dinov2_with_registers",
            "dinov3_vit",
            "vit_mae",
            "vit_msn",
            "data2vec-vision");

    /** Types whose {@code pooler_output} is not yet in the space that pictures share with texts. */
    private static final Set<String> PROJECTED =
            Set.of("clip", "clip_vision_model", "chinese_clip", "chinese_clip_vision_model", "metaclip_2");

    private final ModelFolder folder;
    private final Optional<ConfigFile> config;

    ModelFacts(ModelFolder folder) {
        this.folder = folder;
        this.config = folder.config("config.json");
    }

    /** The folder's name, for messages. */
    String name() {
        return folder.toString();
    }

    private boolean isOneOf(Set<String> types) {
        return config.flatMap(file -> file.text("model_type"))
                .filter(types::contains)
                .isPresent();
    }

    /** Whether the class token stands for a picture, and not the network's own vector. */
    boolean hasClassToken() {
        return isOneOf(CLASS_TOKEN);
    }

    /** Whether {@code pooler_output} lacks the projection into the model's space. */
    boolean isProjected() {
        return isOneOf(PROJECTED);
    }

    /**
     * Into how many patches a Vision Transformer cuts its input.
     *
     * @return empty if the configuration does not tell
     */
    OptionalInt patches(Size input) {
        Optional<String> key = Stream.of("patch_size", "vision_config.patch_size")
                .filter(k -> config.filter(file -> file.has(k)).isPresent())
                .findFirst();
        if (key.isEmpty()) {
            return OptionalInt.empty();
        }
        List<Double> sides = config.orElseThrow().oneOrMore(key.get()).orElseThrow();
        if (sides.isEmpty() || sides.stream().anyMatch(s -> s < 1 || s != Math.rint(s))) {
            throw config.get().wrong(key.get(), "a number of pixels");
        }
        int down = (int) (input.height() / sides.get(0));
        int across = (int) (input.width() / sides.get(sides.size() - 1));
        return OptionalInt.of(down * across);
    }
}

package io.github.zsl4j.joint;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.text.prompt.PromptTemplates;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The kinds of joint models that folders hold, and what each says about itself in its configuration.
 *
 * @param kind in words, for the card
 * @param sigmoid whether each pair of picture and text was judged by itself in training
 * @param config the file that describes the model
 */
record Family(String kind, boolean sigmoid, ConfigFile config) {

    static final String HUGGING_FACE = "config.json";
    static final String OPEN_CLIP = "open_clip_config.json";

    private static final Set<String> SOFTMAX =
            Set.of("clip", "chinese_clip", "align", "altclip", "metaclip_2", "vision-text-dual-encoder");
    private static final Set<String> SIGMOID = Set.of("siglip", "siglip2");

    /** As transformers has it: {@code logit_scale_init_value} of a CLIP that does not name one. */
    private static final double CLIP_LOG_SCALE = 2.6592;

    /** As open_clip has it: ln(1 / 0.07). */
    private static final double OPEN_CLIP_LOG_SCALE = Math.log(1 / 0.07);

    /** @throws ModelException if the folder holds no joint model, or one of an unknown kind */
    static Family of(ModelFolder folder) {
        Optional<ConfigFile> openClip = folder.config(OPEN_CLIP);
        if (openClip.isPresent() && openClip.get().has("model_cfg")) {
            boolean sigmoid = openClip.get().has("model_cfg.init_logit_bias");
            return new Family("open_clip " + (sigmoid ? "SigLIP" : "CLIP"), sigmoid, openClip.get());
        }
        ConfigFile config = folder.requireConfig(HUGGING_FACE);
        String type = config.text("model_type").orElseThrow(() -> config.wrong("model_type", expected()));
        if (SIGMOID.contains(type)) {
            return new Family("SigLIP (" + type + ")", true, config);
        }
        if (SOFTMAX.contains(type)) {
            return new Family("CLIP (" + type + ")", false, config);
        }
        throw new ModelException(config.wrong("model_type", expected()).getMessage()
                + "; a network of pictures or of texts alone is loaded as an ImageEncoder or a TextEncoder");
    }

    private static String expected() {
        return "the type of a joint image-text model, one of "
                + String.join(", ", SOFTMAX.stream().sorted().toList()) + ", "
                + String.join(", ", SIGMOID.stream().sorted().toList()) + ",";
    }

    /** What a label is put into unless the user says otherwise. */
    PromptTemplates templates() {
        return sigmoid ? PromptTemplates.SIGLIP : PromptTemplates.CLIP_PHOTO;
    }

    /** The logit scale at the start of training, in case nothing better is found; empty if the configuration has none. */
    Optional<LogitParameters> initial() {
        if (config.has("model_cfg")) {
            double scale = config.number("model_cfg.init_logit_scale").orElse(OPEN_CLIP_LOG_SCALE);
            OptionalDouble bias = config.number("model_cfg.init_logit_bias").stream()
                    .mapToDouble(b -> b)
                    .findFirst();
            return Optional.of(new LogitParameters(Math.exp(scale), bias));
        }
        return sigmoid
                ? Optional.empty()
                : Optional.of(LogitParameters.softmax(
                        Math.exp(config.number("logit_scale_init_value").orElse(CLIP_LOG_SCALE))));
    }
}

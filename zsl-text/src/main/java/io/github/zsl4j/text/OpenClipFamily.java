package io.github.zsl4j.text;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.text.TextInputs.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Text towers in the layout of open_clip: CLIP, SigLIP and others. All texts are padded to the full context, since not all
 * towers are causal.
 */
final class OpenClipFamily implements TextFamily {

    private static final int CONTEXT = 77;
    private static final long PAD = 0;
    private static final String TEXT = "model_cfg.text_cfg.";
    private static final String CLEAN = TEXT + "tokenizer_kwargs.clean";
    private static final String STRIP = TEXT + "tokenizer_kwargs.strip_sep_token";

    @Override
    public List<Role> usualInputs(TextModelFiles files) {
        return List.of(Role.IDS);
    }

    @Override
    public TextRecipe recipe(TextModelFiles files, TextInputs inputs, TextEncoderOptions options) {
        ConfigFile config = files.config();
        if (config.flag(STRIP).orElse(false)) {
            throw config.wrong(STRIP, "false; models trained without the last special token are not supported");
        }
        int context = files.tokens("context_length").orElse(CONTEXT);
        boolean own = config.has(TEXT + "hf_tokenizer_name");
        return new TextRecipe(
                cleaning(files),
                TokenLimit.chosen(context, inputs, options),
                new Padding(
                        inputs.width(context),
                        own ? files.padId().orElse(PAD) : PAD, // CLIP's own tokenizer fills up with zeros
                        own && files.tokenizer().padsLeft(),
                        false),
                new OutputChoice(options.pooling(), List.of("text_embeds", "text_features"), Optional.empty()),
                Head.NONE);
    }

    private static UnaryOperator<String> cleaning(TextModelFiles files) {
        return switch (files.config().text(CLEAN).orElse("whitespace")) {
            case "whitespace" -> UnaryOperator.identity();
            case "lower" -> TextCleaning::lower;
            case "canonicalize" -> TextCleaning::canonical;
            default -> throw files.config().wrong(CLEAN, "whitespace, lower or canonicalize");
        };
    }
}

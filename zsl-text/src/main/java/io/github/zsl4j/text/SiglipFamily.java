package io.github.zsl4j.text;

import io.github.zsl4j.text.TextInputs.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The text towers of SigLIP and SigLIP 2 in the layout of Hugging Face. They see padding, and read their answer off at the
 * last position, so that every text is padded to the full context as in training.
 *
 * <p><b>References:</b> Zhai et al., "Sigmoid loss for language image pre-training", ICCV 2023; Tschannen et al., "SigLIP
 * 2: multilingual vision-language encoders", 2025.
 */
final class SiglipFamily implements TextFamily {

    private static final int CONTEXT = 64;
    private static final long PAD = 1;

    @Override
    public List<Role> usualInputs(TextModelFiles files) {
        return List.of(Role.IDS);
    }

    @Override
    public TextRecipe recipe(TextModelFiles files, TextInputs inputs, TextEncoderOptions options) {
        int context = files.context("max_position_embeddings", CONTEXT);
        return new TextRecipe(
                cleaning(files.tokenizer()),
                TokenLimit.chosen(context, inputs, options),
                new Padding(
                        inputs.width(context),
                        files.padId().orElse(PAD),
                        files.tokenizer().padsLeft(),
                        true),
                new OutputChoice(options.pooling(), List.of("text_embeds", "pooler_output"), Optional.empty()),
                Head.NONE);
    }

    /**
     * What the tokenizer's class in transformers does by itself, unless {@code tokenizer.json} does it: that of SigLIP
     * also takes out punctuation, that of SigLIP 2, which is Gemma's with a flag, only knows lower case.
     */
    private static UnaryOperator<String> cleaning(TokenizerSettings tokenizer) {
        if (tokenizer.file().lowerCase()) {
            return UnaryOperator.identity();
        }
        String type = tokenizer.className();
        boolean lower = tokenizer.config().flag("do_lower_case").orElse(type.startsWith("Siglip"));
        if (type.matches("SiglipTokenizer(Fast)?")) {
            return text -> TextCleaning.withoutPunctuation(lower ? TextCleaning.lower(text) : text);
        }
        return lower ? TextCleaning::lowerCharacters : UnaryOperator.identity();
    }
}

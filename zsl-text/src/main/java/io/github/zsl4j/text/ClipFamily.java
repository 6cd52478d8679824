package io.github.zsl4j.text;

import io.github.zsl4j.text.TextInputs.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * CLIP's text tower in the layout of Hugging Face. It is causal and reads its answer off at the first end-of-text, so that
 * what follows, padding, has no effect.
 *
 * <p><b>References:</b> Radford et al., "Learning transferable visual models from natural language supervision", ICML
 * 2021.
 */
final class ClipFamily implements TextFamily {

    private static final int CONTEXT = 77;

    @Override
    public List<Role> usualInputs(TextModelFiles files) {
        return List.of(Role.IDS);
    }

    @Override
    public TextRecipe recipe(TextModelFiles files, TextInputs inputs, TextEncoderOptions options) {
        int context = files.context("max_position_embeddings", CONTEXT);
        long pad = files.padId().orElse(0L);
        return new TextRecipe(
                UnaryOperator.identity(),
                TokenLimit.chosen(context, inputs, options),
                inputs.width() == TextInputs.FREE ? Padding.longest(pad) : Padding.fixed(inputs.width(context), pad),
                new OutputChoice(options.pooling(), List.of("text_embeds"), Optional.empty()),
                Head.NONE);
    }
}

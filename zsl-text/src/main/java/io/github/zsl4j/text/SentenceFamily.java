package io.github.zsl4j.text;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.text.TextInputs.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * BERT and its like, as Hugging Face or sentence-transformers have them. Without the files of the latter the mean over all
 * tokens is taken, as that library does.
 */
final class SentenceFamily implements TextFamily {

    private static final int CONTEXT = 512;
    private static final String PROMPT = "default_prompt_name";

    /** Their positions are counted from the padding token's id on, so that the first ones are never used. */
    private static final Set<String> SHIFTED =
            Set.of("roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "mpnet", "longformer", "data2vec-text");

    @Override
    public List<Role> usualInputs(TextModelFiles files) {
        int types = files.integer("type_vocab_size").orElse(files.modelType().isEmpty() ? 2 : 0);
        return types > 1 ? List.of(Role.IDS, Role.MASK, Role.TYPES) : List.of(Role.IDS, Role.MASK);
    }

    @Override
    public TextRecipe recipe(TextModelFiles files, TextInputs inputs, TextEncoderOptions options) {
        Optional<SentenceModules> modules = SentenceModules.read(files.folder());
        Optional<ConfigFile> transformer = files.folder().config("sentence_bert_config.json");
        return new TextRecipe(
                modules.isPresent() ? cleaning(prompt(files.folder()), transformer) : UnaryOperator.identity(),
                TokenLimit.chosen(limit(files, transformer), inputs, options),
                padding(files, inputs),
                new OutputChoice(
                        options.pooling(),
                        modules.isPresent() ? List.of() : List.of("text_embeds", "sentence_embedding"),
                        Optional.of(modules.map(SentenceModules::pooling).orElse(Pooling.MEAN))),
                modules.map(SentenceModules::head).orElse(Head.NONE));
    }

    private static UnaryOperator<String> cleaning(String prompt, Optional<ConfigFile> transformer) {
        boolean lower = transformer.flatMap(c -> c.flag("do_lower_case")).orElse(false);
        return text -> {
            String whole = TextCleaning.strip(prompt + text);
            return lower ? TextCleaning.lower(whole) : whole;
        };
    }

    /** What the model wants before every text, unless its user chooses otherwise; mostly nothing. */
    private static String prompt(ModelFolder folder) {
        Optional<ConfigFile> config = folder.config("config_sentence_transformers.json");
        Optional<String> name = config.flatMap(c -> c.text(PROMPT));
        return name.map(n -> config.get()
                        .child("prompts")
                        .flatMap(prompts -> prompts.text(n))
                        .orElseThrow(() -> config.get().wrong(PROMPT, "one of the file's prompts")))
                .orElse("");
    }

    private static int limit(TextModelFiles files, Optional<ConfigFile> transformer) {
        Optional<Integer> positions = positions(files);
        Optional<Integer> length = transformer.flatMap(c -> TokenLimit.of(c, "max_seq_length"));
        return Stream.of(
                        positions,
                        length.isPresent()
                                ? length
                                : TokenLimit.ofTokenizer(files.tokenizer().config()))
                .flatMap(Optional::stream)
                .min(Integer::compare)
                .orElse(CONTEXT);
    }

    private static Optional<Integer> positions(TextModelFiles files) {
        Optional<Integer> positions = files.tokens("max_position_embeddings").or(() -> files.tokens("n_positions"));
        if (!SHIFTED.contains(files.modelType())) {
            return positions;
        }
        int unused = files.integer("pad_token_id").orElse(1) + 1;
        return positions.map(n -> Math.max(0, n - unused));
    }

    private static Padding padding(TextModelFiles files, TextInputs inputs) {
        long pad = files.padId().orElse(0L);
        if (inputs.width() > 0) {
            return Padding.fixed(inputs.width(), pad);
        }
        return inputs.has(Role.MASK) ? Padding.longest(pad) : new Padding(Padding.NONE, pad, false, false);
    }
}

package io.github.zsl4j.text;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text model's files, to be given meaning by the families.
 *
 * @param folder where they lie
 * @param config {@code config.json}, or {@code open_clip_config.json} where there is no other, or an empty object
 * @param tokenizer the tokenizer's files
 */
record TextModelFiles(ModelFolder folder, ConfigFile config, TokenizerSettings tokenizer) {

    static final String OPEN_CLIP = "open_clip_config.json";

    private static final String CONFIG = "config.json";

    /** @throws ModelException if a file is missing or damaged, or the tokenizer belongs to another model */
    static TextModelFiles read(ModelFolder folder) {
        ConfigFile config = folder.config(CONFIG)
                .or(() -> folder.config(OPEN_CLIP))
                .orElseGet(() -> ConfigFile.parse(CONFIG, "{}"));
        TextModelFiles files = new TextModelFiles(folder, config, TokenizerSettings.read(folder));
        files.requireVocabulary();
        return files;
    }

    private void requireVocabulary() {
        Optional<Integer> size = integer("vocab_size");
        long maxId = tokenizer.file().maxId();
        if (size.isPresent() && maxId >= size.get()) {
            throw new ModelException(tokenizer.path() + ": the token ids go up to " + maxId
                    + ", but the network's vocabulary ends at " + (size.get() - 1) + " according to " + config
                    + "; this is the tokenizer of another model");
        }
    }

    String modelType() {
        return config.text("model_type").orElse("");
    }

    /** The key with the prefix of the text tower's part of the configuration, if that has it. */
    String key(String key) {
        return Stream.of("text_config.", "model_cfg.text_cfg.")
                .map(prefix -> prefix + key)
                .filter(config::has)
                .findFirst()
                .orElse(key);
    }

    /** A number of the text tower's part of the configuration. */
    Optional<Integer> integer(String key) {
        return config.integer(key(key));
    }

    /** As {@link #integer}, for a number of tokens. */
    Optional<Integer> tokens(String key) {
        return TokenLimit.of(config, key(key));
    }

    /** The length that every text has, at most: what the network has room for and the tokenizer allows. */
    int context(String key, int usual) {
        int room = tokens(key).orElse(usual);
        return Math.min(room, TokenLimit.ofTokenizer(tokenizer.config()).orElse(room));
    }

    /** The padding token: what the tokenizer's files name, else what the network's configuration has. */
    Optional<Long> padId() {
        return tokenizer
                .padId()
                .or(() -> integer("pad_token_id").map(Integer::longValue))
                .or(tokenizer.file()::padId)
                .filter(id -> id >= 0);
    }
}

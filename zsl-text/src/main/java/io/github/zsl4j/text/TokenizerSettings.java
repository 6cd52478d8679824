package io.github.zsl4j.text;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a model's files say of its tokenizer, beside the tokenizer's own rules.
 *
 * @param path {@code tokenizer.json}
 * @param file the same, read
 * @param config {@code tokenizer_config.json}, or an empty object
 */
record TokenizerSettings(Path path, TokenizerFile file, ConfigFile config) {

    private static final String FILE = "tokenizer.json";
    private static final String CONFIG = "tokenizer_config.json";
    private static final String PAD = "pad_token";

    /** @throws ModelException if a file is missing or damaged */
    static TokenizerSettings read(ModelFolder folder) {
        Path path = require(folder);
        ConfigFile config = folder.config(CONFIG).orElseGet(() -> ConfigFile.parse(CONFIG, "{}"));
        Optional<String> pad =
                token(config).or(() -> folder.config("special_tokens_map.json").flatMap(TokenizerSettings::token));
        return new TokenizerSettings(path, TokenizerFile.read(path, pad), config);
    }

    /** @throws ModelException if there is no {@code tokenizer.json} */
    static Path require(ModelFolder folder) {
        return folder.file(FILE)
                .orElseThrow(() -> new ModelException(folder
                        + ": tokenizer.json is missing; export the model with its fast tokenizer (vocab.txt, merges.txt"
                        + " or a sentencepiece model alone is not enough)"));
    }

    /** A token is written as its text, or as an object that has it as {@code content}. */
    private static Optional<String> token(ConfigFile config) {
        String content = PAD + ".content";
        return config.has(content) ? config.text(content) : config.text(PAD);
    }

    /** The id of the padding token that the files name. */
    Optional<Long> padId() {
        return file.tokenId();
    }

    /** The class of transformers that reads the files there, empty if not said. */
    String className() {
        return config.text("tokenizer_class").orElse("");
    }

    boolean padsLeft() {
        String side = config.text("padding_side").orElse("right");
        if (!side.equals("left") && !side.equals("right")) {
            throw config.wrong("padding_side", "left or right");
        }
        return side.equals("left");
    }
}

package io.github.zsl4j.text;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.error.ModelException;
import java.util.Optional;

/** Reads how many tokens a text may have. */
final class TokenLimit {

    /** A token between two special ones. */
    static final int LEAST = 3;

    /** More than any network reads; a number above it is a damaged file, or transformers' way of saying "no limit". */
    private static final int MOST = 1 << 20;

    private TokenLimit() {}

    /** @throws ModelException if the value is no number of tokens */
    static Optional<Integer> of(ConfigFile config, String key) {
        Optional<Integer> limit = config.integer(key);
        if (limit.isPresent() && (limit.get() < LEAST || limit.get() > MOST)) {
            throw config.wrong(key, "a number of tokens from " + LEAST + " to " + MOST);
        }
        return limit;
    }

    /** As {@link #of}, for a tokenizer's {@code model_max_length}, which is huge where there is no limit. */
    static Optional<Integer> ofTokenizer(ConfigFile config) {
        Optional<Double> limit = config.number("model_max_length");
        return limit.isPresent() && limit.get() > MOST ? Optional.empty() : of(config, "model_max_length");
    }

    /**
     * The number of tokens that a text may have.
     *
     * @param limit what the model's files allow
     * @param inputs whose width is a limit too, if fixed
     * @throws ModelException if that is too few for any text
     * @throws IllegalArgumentException if the options ask for more
     */
    static int chosen(int limit, TextInputs inputs, TextEncoderOptions options) {
        int most = inputs.width() > 0 ? Math.min(limit, inputs.width()) : limit;
        if (most < LEAST) {
            throw new ModelException("The network reads texts of " + most + " tokens; " + LEAST
                    + " are the least that hold one between two special ones");
        }
        if (options.maxTokens().isPresent() && options.maxTokens().get() > most) {
            throw new IllegalArgumentException("This model reads at most " + most + " tokens, not "
                    + options.maxTokens().get());
        }
        return options.maxTokens().orElse(most);
    }
}

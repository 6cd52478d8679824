package io.github.zsl4j.text;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.error.ModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the {@code config.json} of sentence-transformers' module Pooling. */
final class PoolingConfig {

    private static final String MODE = "pooling_mode";

    /** Newer files name the mode; older ones have a flag for each, {@code pooling_mode_mean_tokens}. */
    private static final Map<String, Pooling> MODES = new TreeMap<>(Map.of(
            "mean", Pooling.MEAN,
            "cls", Pooling.CLS,
            "max", Pooling.MAX,
            "mean_sqrt_len_tokens", Pooling.MEAN_SQRT_LEN,
            "lasttoken", Pooling.LAST_TOKEN));

    private static final Map<String, String> FLAGS = new TreeMap<>(Map.of(
            "mean_tokens", "mean",
            "cls_token", "cls",
            "max_tokens", "max",
            "mean_sqrt_len_tokens", "mean_sqrt_len_tokens",
            "lasttoken", "lasttoken",
            "weightedmean_tokens", "weightedmean"));

    private PoolingConfig() {}

    /** @throws ModelException if there is no mode, an unknown one, or several, whose vectors would be joined */
    static Pooling pooling(ConfigFile config) {
        if (config.has(MODE)) {
            return Optional.ofNullable(MODES.get(config.text(MODE).orElse("")))
                    .orElseThrow(() -> config.wrong(MODE, "one of " + MODES.keySet()));
        }
        List<String> set = FLAGS.keySet().stream()
                .filter(flag -> config.flag(MODE + "_" + flag).orElse(false))
                .map(FLAGS::get)
                .toList();
        if (set.size() != 1 || !MODES.containsKey(set.get(0))) {
            throw new ModelException(
                    config + ": the pooling modes " + set + " are set; one of " + MODES.keySet() + " is expected");
        }
        return MODES.get(set.get(0));
    }

    /** The number of components of the token vectors. */
    static Optional<Integer> dimension(ConfigFile config) {
        return config.integer("word_embedding_dimension").or(() -> config.integer("embedding_dimension"));
    }
}

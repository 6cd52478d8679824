package io.github.zsl4j.text;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.WeightVariant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a text model is loaded and run.
 *
 * @param network the engine, its device and its threads
 * @param variant which of the exported precisions is loaded
 * @param pooling how the vectors of tokens become one; empty for what the model's files say
 * @param maxTokens longest text in tokens, special tokens included, at least 3 and at most what the model can read; what
 *     is longer is cut at its end; empty for what the model's files say
 * @param batching how texts are grouped
 */
public record TextEncoderOptions(
        NetworkOptions network,
        WeightVariant variant,
        Optional<Pooling> pooling,
        Optional<Integer> maxTokens,
        Batching batching) {

    /** @throws IllegalArgumentException if {@code maxTokens} is less than 3 */
    public TextEncoderOptions {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(pooling, "pooling");
        Objects.requireNonNull(maxTokens, "maxTokens");
        Objects.requireNonNull(batching, "batching");
        if (maxTokens.isPresent() && maxTokens.get() < TokenLimit.LEAST) {
            throw new IllegalArgumentException("A text needs room for a token between two special ones, "
                    + TokenLimit.LEAST + ", not " + maxTokens.get());
        }
    }

    /** ONNX Runtime on the processor, full precision, and all else as the model's files say. */
    public static TextEncoderOptions defaults() {
        return new TextEncoderOptions(
                NetworkOptions.defaults(), WeightVariant.FULL, Optional.empty(), Optional.empty(), Batching.defaults());
    }

    public TextEncoderOptions withNetwork(NetworkOptions newNetwork) {
        return new TextEncoderOptions(newNetwork, variant, pooling, maxTokens, batching);
    }

    public TextEncoderOptions withVariant(WeightVariant newVariant) {
        return new TextEncoderOptions(network, newVariant, pooling, maxTokens, batching);
    }

    public TextEncoderOptions withPooling(Pooling newPooling) {
        return new TextEncoderOptions(network, variant, Optional.of(newPooling), maxTokens, batching);
    }

    public TextEncoderOptions withMaxTokens(int newMaxTokens) {
        return new TextEncoderOptions(network, variant, pooling, Optional.of(newMaxTokens), batching);
    }

    public TextEncoderOptions withBatching(Batching newBatching) {
        return new TextEncoderOptions(network, variant, pooling, maxTokens, newBatching);
    }
}

package io.github.zsl4j.text;

import java.util.Objects;

/**
 * How a network is used as a sentence encoder.
 *
 * @param output the network's output that holds a vector per token, [texts, tokens, dimension]
 * @param maxTokens longest text in tokens, special tokens included, at least 3; what is longer is cut at its end
 * @param pooling how token vectors become one
 * @param unitLength whether the result is scaled to length 1
 * @param batching how texts are grouped
 */
public record SentenceEncoderOptions(
        String output, int maxTokens, Pooling pooling, boolean unitLength, Batching batching) {

    /** @throws IllegalArgumentException if {@code maxTokens} is less than 3 */
    public SentenceEncoderOptions {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(pooling, "pooling");
        Objects.requireNonNull(batching, "batching");
        if (maxTokens < 3) {
            throw new IllegalArgumentException(
                    "A text needs room for a token between two special ones, 3, not " + maxTokens);
        }
    }

    /** The usual sentence encoder: output {@code last_hidden_state}, 512 tokens, mean pooling, unit length. */
    public static SentenceEncoderOptions defaults() {
        return new SentenceEncoderOptions("last_hidden_state", 512, Pooling.MEAN, true, Batching.defaults());
    }

    public SentenceEncoderOptions withOutput(String newOutput) {
        return new SentenceEncoderOptions(newOutput, maxTokens, pooling, unitLength, batching);
    }

    public SentenceEncoderOptions withMaxTokens(int newMaxTokens) {
        return new SentenceEncoderOptions(output, newMaxTokens, pooling, unitLength, batching);
    }

    public SentenceEncoderOptions withPooling(Pooling newPooling) {
        return new SentenceEncoderOptions(output, maxTokens, newPooling, unitLength, batching);
    }

    public SentenceEncoderOptions withUnitLength(boolean newUnitLength) {
        return new SentenceEncoderOptions(output, maxTokens, pooling, newUnitLength, batching);
    }

    public SentenceEncoderOptions withBatching(Batching newBatching) {
        return new SentenceEncoderOptions(output, maxTokens, pooling, unitLength, newBatching);
    }
}

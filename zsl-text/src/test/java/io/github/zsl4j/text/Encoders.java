package io.github.zsl4j.text;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.engine.Network;
import java.io.InputStream;

/** Encoders that are cheap to open. */
final class Encoders {

    static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);

    private Encoders() {}

    /** Words one, two and three have the ids 10, 20 and 30; [CLS] is 2, [SEP] 3, an unknown word 1. */
    static TextTokenizer tokenizer(int maxTokens) {
        InputStream json = Encoders.class.getResourceAsStream("tiny-tokenizer.json");
        return TextTokenizer.load(json, "tiny-tokenizer.json", maxTokens);
    }

    static SentenceEncoder encoder(Network network, SentenceEncoderOptions options) {
        return new SentenceEncoder(PLANE, network, tokenizer(options.maxTokens()), options);
    }

    /** Raw means of at most eight tokens. */
    static SentenceEncoderOptions options() {
        return SentenceEncoderOptions.defaults().withMaxTokens(8).withUnitLength(false);
    }
}

package io.github.zsl4j.classify;

import io.github.zsl4j.embedding.Encoder;
import java.util.List;

/** See {@link ZeroShotClassifier#of}. */
record EncodingClassifier<I>(Encoder<I> encoder, Ranker ranker) implements ZeroShotClassifier<I> {

    @Override
    public List<String> labels() {
        return ranker.labels();
    }

    @Override
    public List<Ranking> classifyAll(List<? extends I> inputs) {
        return ranker.rankAll(encoder.encodeAll(inputs));
    }
}

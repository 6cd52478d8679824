package io.github.zsl4j.classify;

import io.github.zsl4j.embedding.Encoder;
import java.util.List;

/**
 * Ranks a fixed list of classes for any input. Everything about the classes is computed before it exists; it is
 * immutable, reusable and as thread-safe as its encoder.
 *
 * @param <I> what is classified
 */
public interface ZeroShotClassifier<I> {

    /** The classes, in the order in which they were given. */
    List<String> labels();

    /**
     * @return one ranking per input, in their order
     * @throws IllegalStateException if the encoder is closed
     */
    List<Ranking> classifyAll(List<? extends I> inputs);

    /** @throws IllegalStateException if the encoder is closed */
    default Ranking classify(I input) {
        return classifyAll(List.of(input)).get(0);
    }

    /**
     * A classifier from its parts.
     *
     * @param encoder stays the caller's to close
     * @throws IllegalArgumentException if encoder and ranker are of different spaces
     */
    static <I> ZeroShotClassifier<I> of(Encoder<I> encoder, Ranker ranker) {
        encoder.space().requireSame(ranker.space());
        return new EncodingClassifier<>(encoder, ranker);
    }
}

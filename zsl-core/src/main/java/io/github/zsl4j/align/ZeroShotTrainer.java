package io.github.zsl4j.align;

/**
 * A zero-shot method: it learns from pictures of seen classes to tell any classes apart by their semantics. Implementations
 * are records of validated options; they are immutable, thread-safe and deterministic: with equal options, a seed among them
 * where chance is involved, equal data gives equal scores.
 */
@FunctionalInterface
public interface ZeroShotTrainer {

    /**
     * @throws IllegalArgumentException if the options do not fit the data; the message says which
     * @throws ArithmeticException if training comes to no result; the message says what helps
     */
    ZeroShotScorer fit(TrainingSet examples);
}

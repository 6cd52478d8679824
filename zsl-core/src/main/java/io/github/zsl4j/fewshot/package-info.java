/**
 * Classifiers learned from a few example embeddings per class: means of examples, also united with described classes, caches of
 * examples beside zero-shot scores, and linear probes. What is learned is a {@link io.github.zsl4j.classify.Ranker}.
 */
package io.github.zsl4j.fewshot;

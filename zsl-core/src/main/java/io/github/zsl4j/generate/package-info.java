/**
 * Zero-shot learning by generation: features of classes that nobody has seen pictures of are sampled from their semantics, and
 * an ordinary classifier is trained with them. Plain Java; what learns to sample is in other modules.
 */
package io.github.zsl4j.generate;

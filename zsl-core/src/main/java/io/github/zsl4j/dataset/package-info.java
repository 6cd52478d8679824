/** A benchmark for zero-shot learning: features, labels, semantics, and which classes and pictures may be trained with. */
package io.github.zsl4j.dataset;

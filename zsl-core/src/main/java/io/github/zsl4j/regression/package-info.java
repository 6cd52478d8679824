/** Regularised linear classifiers by convex optimisation: from features to logits. */
package io.github.zsl4j.regression;

/**
 * From scores to answers: prototypes ranked by similarity, scores calibrated to probabilities, rejection of what is none of
 * the classes, and probabilities along a tree of labels.
 */
package io.github.zsl4j.classify;

/**
 * Cross-modal retrieval: heads that carry the features of pictures and the vectors of texts into one space, where either
 * finds the other. The methods differ in what they ask of the pairs of a batch. A text is a row of the semantics, a picture
 * with several texts is several rows of the features.
 */
package io.github.zsl4j.train.crossmodal;

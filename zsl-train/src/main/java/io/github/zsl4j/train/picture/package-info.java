/**
 * Generation of small pictures of things that nobody has seen, from the embedding of a text: a conditional variational
 * autoencoder and a conditional adversarial network, what they give, and its file. The world that they are shown on is in
 * {@code picture.shapes}; docs/picture-generation.md has recipe and figures.
 *
 * <p>Training computes on PyTorch as all training in this module; drawing is plain Java.
 */
package io.github.zsl4j.train.picture;

/**
 * Networks that learn to sample features of pictures from semantics of classes: a conditional Wasserstein GAN, a conditional
 * variational autoencoder, and a pair of aligned ones. What training gives needs no engine.
 */
package io.github.zsl4j.train.generate;

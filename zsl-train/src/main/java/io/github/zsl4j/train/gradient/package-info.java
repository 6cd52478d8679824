/**
 * What methods trained by gradients have in common: computing with gradients, the training loop, checkpoints. For those who
 * write such a method; DJL does not show.
 *
 * <p>Parameters, the optimiser's state and what goes into a checkpoint are plain float arrays on the Java side; PyTorch
 * computes the gradient of one step and then forgets all. Copying parameters in and out costs little beside that, and
 * what must survive a break is in one place.
 */
package io.github.zsl4j.train.gradient;

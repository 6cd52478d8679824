/**
 * Methods that are trained by gradients: how they are trained, watched and resumed. The methods are in
 * {@code train.projection}, {@code train.crossmodal}, {@code train.compatibility} and {@code train.episode}, generators of
 * features in {@code train.generate} and of pictures in {@code train.picture}; what they share is in {@code train.gradient}.
 *
 * <p>Training computes on DJL's PyTorch engine, on the processor, whose native library (more than 200 MB) is not brought by
 * this module: add {@code ai.djl.pytorch:pytorch-jni} and {@code ai.djl.pytorch:pytorch-native-cpu}, the latter with the
 * classifier of the platform, such as {@code linux-x86_64}. Nothing is downloaded. What training gives is made of plain
 * alignments, which run without DJL.
 */
package io.github.zsl4j.train;

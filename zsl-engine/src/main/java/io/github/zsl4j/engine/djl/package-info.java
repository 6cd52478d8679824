/**
 * Runs networks on the engines of DJL: ONNX Runtime and PyTorch. The only package of this module that knows an engine;
 * {@link io.github.zsl4j.engine.djl.DjlNetworks} is the only place where a type of DJL stands in a public signature.
 */
package io.github.zsl4j.engine.djl;

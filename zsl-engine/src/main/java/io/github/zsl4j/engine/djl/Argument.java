package io.github.zsl4j.engine.djl;

import ai.djl.ndarray.types.DataType;
import io.github.zsl4j.engine.Tensor;

/**
 * A tensor on its way into a network.
 *
 * @param name null where the engine binds by position
 * @param type what the network reads, or {@link DataType#UNKNOWN}
 */
record Argument(String name, DataType type, Tensor tensor) {}

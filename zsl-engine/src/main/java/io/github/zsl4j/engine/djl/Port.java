package io.github.zsl4j.engine.djl;

import ai.djl.ndarray.types.DataType;
import java.util.Optional;

/**
 * An input or output as a network's file describes it.
 *
 * @param type {@link DataType#UNKNOWN} if the file does not tell, or DJL has no such type
 * @param shape -1 for a free length; empty if even the number of lengths is not told
 */
record Port(String name, DataType type, Optional<long[]> shape) {

    /** A port of which only the name is known. */
    static Port named(String name) {
        return new Port(name, DataType.UNKNOWN, Optional.empty());
    }
}

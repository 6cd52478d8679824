package io.github.zsl4j.data.npy;

import java.nio.ByteOrder;
import java.util.Objects;

/**
 * How an array is laid out in a file.
 *
 * @param order of the bytes of an element
 * @param columnsFirst whether the first axis is the fastest ("Fortran order") rather than the last
 * @param version of the format: 1, 2 or 3; they differ in how long a header can be and in its character set
 */
public record NpyFormat(ByteOrder order, boolean columnsFirst, int version) {

    /** What NumPy writes on common machines: little-endian, last axis fastest, version 1. */
    public static final NpyFormat DEFAULT = new NpyFormat(ByteOrder.LITTLE_ENDIAN, false, 1);

    /** @throws IllegalArgumentException if there is no such version */
    public NpyFormat {
        Objects.requireNonNull(order, "order");
        if (version < 1 || version > 3) {
            throw new IllegalArgumentException("The format has versions 1 to 3, not " + version);
        }
    }
}

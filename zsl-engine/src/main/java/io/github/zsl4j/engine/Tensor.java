package io.github.zsl4j.engine;

import java.util.Arrays;

/**
 * An array with a shape, row-major: what a network reads and writes. The arrays are not copied; whoever gives one away
 * must not touch it again.
 */
public final class Tensor {

    private final long[] shape;
    private final float[] floats;
    private final long[] longs;

    private Tensor(float[] floats, long[] longs, long... shape) {
        int length = floats != null ? floats.length : longs.length;
        if (size(shape) != length) {
            throw new IllegalArgumentException(
                    length + " values do not fill a tensor of shape " + Arrays.toString(shape));
        }
        this.shape = shape.clone();
        this.floats = floats;
        this.longs = longs;
    }

    /**
     * The number of values of a shape.
     *
     * @throws IllegalArgumentException if a length is negative or the product is too large for a long
     */
    static long size(long... shape) {
        try {
            if (Arrays.stream(shape).allMatch(length -> length >= 0)) {
                return Arrays.stream(shape).reduce(1, Math::multiplyExact);
            }
        } catch (ArithmeticException e) {
            // as impossible as a negative length
        }
        throw new IllegalArgumentException("No tensor has the shape " + Arrays.toString(shape));
    }

    /** @throws IllegalArgumentException if the number of values is not the product of the shape */
    public static Tensor of(float[] values, long... shape) {
        return new Tensor(values, null, shape);
    }

    /** @throws IllegalArgumentException if the number of values is not the product of the shape */
    public static Tensor of(long[] values, long... shape) {
        return new Tensor(null, values, shape);
    }

    public long[] shape() {
        return shape.clone();
    }

    /** Whether the values are floats rather than 64-bit integers. */
    public boolean isFloat() {
        return floats != null;
    }

    /** @throws IllegalStateException if the values are integers */
    public float[] floats() {
        if (floats == null) {
            throw new IllegalStateException("This tensor holds integers");
        }
        return floats;
    }

    /** @throws IllegalStateException if the values are floats */
    public long[] longs() {
        if (longs == null) {
            throw new IllegalStateException("This tensor holds floats");
        }
        return longs;
    }

    @Override
    public String toString() {
        return (isFloat() ? "float" : "long") + Arrays.toString(shape);
    }
}

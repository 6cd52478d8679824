package io.github.zsl4j.vision.image.vp8l;

import java.io.EOFException;

/** Reads bits, the lowest of each byte first. Past the end it delivers zeros; {@link #check()} tells. */
final class BitReader {

    /** More than any code or number has. */
    private static final int ENOUGH = 32;

    private final byte[] data;
    private final int end;
    private int at;
    private long bits;
    private int count;
    private boolean exhausted;

    BitReader(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
    }

    /** The next 32 bits, without going on. */
    int peek() {
        if (count < ENOUGH) {
            fill();
        }
        return (int) bits;
    }

    /** Goes on. */
    void skip(int n) {
        bits >>>= n;
        count -= n;
        if (count < 0) {
            exhausted = true;
            count = 0;
        }
    }

    /** @param n up to 24 */
    int number(int n) {
        int number = peek() & (1 << n) - 1;
        skip(n);
        return number;
    }

    boolean flag() {
        return number(1) != 0;
    }

    boolean exhausted() {
        return exhausted;
    }

    /** @throws EOFException if more has been read than there is */
    void check() throws EOFException {
        if (exhausted) {
            throw new EOFException("the lossless data ends too early");
        }
    }

    private void fill() {
        while (count <= Long.SIZE - Byte.SIZE && at < end) {
            bits |= (data[at++] & 0xffL) << count;
            count += Byte.SIZE;
        }
    }
}

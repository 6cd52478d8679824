package io.github.zsl4j.vision.image.vp8l;

import java.io.ByteArrayOutputStream;

/** Writes bits, the lowest of each byte first. */
final class BitWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int count;

    /** The lowest bits of a number, lowest first. */
    BitWriter write(int number, int n) {
        for (int i = 0; i < n; i++) {
            bits |= (number >> i & 1) << count++;
            if (count == 8) {
                out.write(bits);
                bits = 0;
                count = 0;
            }
        }
        return this;
    }

    /** A prefix code with one symbol, which takes no bits. */
    BitWriter single(int symbol) {
        return write(1, 1).write(0, 1).write(1, 1).write(symbol, 8);
    }

    byte[] bytes() {
        byte[] whole = out.toByteArray();
        if (count == 0) {
            return whole;
        }
        byte[] bytes = java.util.Arrays.copyOf(whole, whole.length + 1);
        bytes[whole.length] = (byte) bits;
        return bytes;
    }
}

package io.github.zsl4j.vision.image.vp8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** The other side of the boolean decoder, after the RFC's description: an interval that is narrowed, exactly. */
final class BoolEncoder {

    private BigInteger low = BigInteger.ZERO;
    private int range = 255;
    private int shifted;

    void write(boolean one, int probability) {
        int split = 1 + ((range - 1) * probability >> 8);
        if (one) {
            low = low.add(BigInteger.valueOf(split));
            range -= split;
        } else {
            range = split;
        }
        while (range < 128) {
            range <<= 1;
            low = low.shiftLeft(1);
            shifted++;
        }
    }

    void write(int number, int bits) {
        for (int i = bits - 1; i >= 0; i--) {
            write((number >> i & 1) != 0, 128);
        }
    }

    /** All bits, padded to bytes. */
    byte[] bytes() {
        int missing = -(shifted + 8) & 7;
        int length = (shifted + 8 + missing) / 8;
        byte[] magnitude = low.shiftLeft(missing).toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = magnitude.length - length; i < magnitude.length; i++) {
            out.write(i < 0 ? 0 : magnitude[i]);
        }
        return out.toByteArray();
    }
}

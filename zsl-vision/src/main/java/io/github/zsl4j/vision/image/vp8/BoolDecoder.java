package io.github.zsl4j.vision.image.vp8;

/**
 * The boolean entropy decoder (RFC 6386, section 7): every bit is coded with a probability that both sides know.
 *
 * <p>Past the end of its data it delivers zeros; {@link #exhausted()} tells.
 */
final class BoolDecoder {

    /**
     * How many bytes are taken in at a time, where more than these are left. What no encoder writes may overflow; then
     * this number makes it overflow as in libwebp.
     */
    private static final int REFILL = 7;

    private static final int EVEN = 128;

    private final byte[] data;
    private final int end;
    private int at;
    /** Bits taken in and not yet used up: the eight that are compared, and {@link #spare} more below them. */
    private long value;

    private int spare = -8;
    /** One less than the RFC's range: 127 to 254. */
    private int range = 254;

    private boolean exhausted;

    /** Decodes {@code data} from {@code from} up to {@code end}, exclusive; both lie in the array. */
    BoolDecoder(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
        refill();
    }

    /** @param probability of a zero, in 256ths */
    int bit(int probability) {
        if (spare < 0) {
            refill();
        }
        int split = range * probability >> 8;
        boolean one = Integer.compareUnsigned((int) (value >>> spare), split) > 0;
        int rest;
        if (one) {
            value -= (long) (split + 1) << spare;
            rest = range - split;
        } else {
            rest = split + 1;
        }
        int shift = Integer.numberOfLeadingZeros(rest) - 24;
        range = (rest << shift) - 1;
        spare -= shift;
        return one ? 1 : 0;
    }

    boolean flag() {
        return bit(EVEN) != 0;
    }

    /** A number of so many bits, the highest first. */
    int number(int bits) {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            number = number << 1 | bit(EVEN);
        }
        return number;
    }

    /** A number of so many bits and its sign, if a flag says that there is one, else 0. */
    int optionalSigned(int bits) {
        if (!flag()) {
            return 0;
        }
        int magnitude = number(bits);
        return flag() ? -magnitude : magnitude;
    }

    /** The value with the sign that follows: an even bit, read without branches. Never the first bit of all. */
    int signed(int magnitude) {
        if (spare < 0) {
            refill();
        }
        int split = range >> 1;
        int minus = split - (int) (value >>> spare) >> 31;
        value -= (long) (split + 1 & minus) << spare;
        spare--;
        range = range + minus | 1;
        return (magnitude ^ minus) - minus;
    }

    /** Whether more has been asked for than there is. */
    boolean exhausted() {
        return exhausted;
    }

    private void refill() {
        if (at >= end) {
            exhausted = true;
            value <<= 8;
            spare += 8;
            return;
        }
        int count = end - at > REFILL ? REFILL : 1;
        for (int i = 0; i < count; i++) {
            value = value << 8 | data[at + i] & 0xff;
        }
        at += count;
        spare += 8 * count;
    }
}

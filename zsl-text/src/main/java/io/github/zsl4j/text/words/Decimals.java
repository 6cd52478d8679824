package io.github.zsl4j.text.words;

import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers from bytes, without an object for the usual ones: a file has hundreds of millions.
 *
 * <p>The value is the nearest double rounded to a float, as NumPy reads it. A mantissa below 2^53 and a power of ten up to
 * 22 are exact doubles, so that one multiplication or division rounds correctly (Clinger, "How to read floating point
 * numbers accurately", PLDI 1990); other numbers go to the JDK.
 */
final class Decimals {

    private static final double[] POWERS = new double[23];

    /** No longer mantissa is sure to be below 2^53. */
    private static final int EXACT_DIGITS = 15;

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private Decimals() {}

    /** The number that a slice spells, or NaN if it spells none or one beyond the floats. */
    static float parse(byte[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int start = negative || (from < to && text[from] == '+') ? from + 1 : from;
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean point = false;
        for (int i = start; i < to; i++) {
            if (text[i] == '.' && !point) {
                point = true;
            } else if (text[i] >= '0' && text[i] <= '9' && digits < EXACT_DIGITS) {
                mantissa = mantissa * 10 + (text[i] - '0');
                digits++;
                decimals += point ? 1 : 0;
            } else {
                return unusual(text, from, to);
            }
        }
        double value = digits == 0 ? Double.NaN : mantissa / POWERS[decimals];
        return (float) (negative ? -value : value);
    }

    /** Exponents and many digits. What the JDK reads beyond decimal numbers is refused. */
    private static float unusual(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((text[i] < '0' || text[i] > '9') && ".+-eE".indexOf(text[i]) < 0) {
                return Float.NaN;
            }
        }
        try {
            float value = (float) Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
            return Float.isFinite(value) ? value : Float.NaN;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }
}

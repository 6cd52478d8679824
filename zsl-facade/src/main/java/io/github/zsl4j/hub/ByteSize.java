package io.github.zsl4j.hub;

import java.util.Locale;

/** Numbers of bytes as people read them. */
public final class ByteSize {

    private static final int STEP = 1000;
    private static final String UNITS = "kMGTPE";

    private ByteSize() {}

    /** In decimal units with three digits or four, such as {@code 512 B}, {@code 4.2 kB} and {@code 351.6 MB}. */
    public static String text(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= STEP - 0.05) { // else it would be rounded to 1000.0
            value /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %cB", value, UNITS.charAt(unit));
    }
}

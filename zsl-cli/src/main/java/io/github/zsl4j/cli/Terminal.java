package io.github.zsl4j.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the place can show where results and messages go. Java cannot tell whether its output is a terminal, so the
 * launcher says so.
 *
 * @param unicode whether characters beyond ASCII can be shown
 * @param showsOutput whether standard output is a terminal
 * @param showsErrors whether standard error is a terminal
 * @param columns characters in a line, at least 40
 */
record Terminal(boolean unicode, boolean showsOutput, boolean showsErrors, int columns) {

    /** Neither output is a terminal; 80 columns. */
    static final Terminal NONE = new Terminal(true, false, false, 80);

    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    Terminal {
        columns = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** As the system properties that the launcher sets describe it. */
    static Terminal ofSystem() {
        return new Terminal(
                StandardCharsets.UTF_8.equals(charset()),
                Boolean.getBoolean("zsl.stdout.tty"),
                Boolean.getBoolean("zsl.stderr.tty"),
                Integer.getInteger("zsl.columns", NONE.columns()));
    }

    /** The characters that standard output takes. */
    static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        try {
            return name == null ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }
}

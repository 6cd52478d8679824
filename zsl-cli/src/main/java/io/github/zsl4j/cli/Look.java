package io.github.zsl4j.cli;

import java.util.Locale;

/** How things are drawn on a terminal, with or without characters beyond ASCII. */
final class Look {

    /** Columns that {@link #percent} takes. */
    static final int PERCENT = 7;

    private final boolean unicode;
    private final int columns;

    Look(Terminal terminal) {
        this.unicode = terminal.unicode();
        this.columns = terminal.columns();
    }

    /** Columns in a line. */
    int columns() {
        return columns;
    }

    /** What stands for text that has been left out. */
    String more() {
        return unicode ? "\u2026" : "...";
    }

    /** A bar as long as a probability is large. */
    String bar(double probability, int longest) {
        return (unicode ? "\u2587" : "#").repeat((int) Math.round(probability * longest));
    }

    String percent(double probability) {
        return String.format(Locale.ROOT, "%5.1f %%", 100 * probability);
    }

    /** A text in so many columns, without control characters. */
    String cell(String text, int width) {
        return TextWidth.fit(Output.oneLine(text), width, more());
    }

    /** A path in so many columns; of a long one, the end. */
    String path(String path, int width) {
        return TextWidth.fitEnd(Output.oneLine(path), width, more());
    }
}

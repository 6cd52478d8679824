package io.github.zsl4j.cli;

import org.jline.utils.WCWidth;

/** Text in columns of a terminal, where a Chinese character or an emoji takes two and an accent none. */
final class TextWidth {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TextWidth() {}

    /** How many columns a text takes. */
    static int of(String text) {
        int width = 0;
        int previous = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(previous)) {
            int c = text.codePointAt(i);
            width += width(c, previous);
            previous = c;
        }
        return width;
    }

    private static int width(int c, int previous) {
        return previous == ZERO_WIDTH_JOINER ? 0 : Math.max(0, WCWidth.wcwidth(c));
    }

    /**
     * The text in exactly so many columns: filled up with spaces, or cut at the end with a mark.
     *
     * @param columns at least as many as the mark takes
     */
    static String fit(String text, int columns, String mark) {
        String cut = of(text) <= columns ? text : head(text, columns - of(mark)) + mark;
        return cut + " ".repeat(columns - of(cut));
    }

    /** As {@link #fit}, but keeps the end of the text, which is where paths differ. */
    static String fitEnd(String text, int columns, String mark) {
        if (of(text) <= columns) {
            return fit(text, columns, mark);
        }
        int start = 0;
        while (of(text.substring(start)) > columns - of(mark)) {
            start += Character.charCount(text.codePointAt(start));
        }
        return fit(mark + text.substring(start), columns, mark);
    }

    private static String head(String text, int columns) {
        int width = 0;
        int previous = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(previous)) {
            int c = text.codePointAt(i);
            width += width(c, previous);
            if (width > columns) {
                return text.substring(0, i);
            }
            previous = c;
        }
        return text;
    }
}

package io.github.zsl4j.text.lexicon;

/** The classes of characters that labels are cut by: those of Python's {@code re}, which the reference was written in. */
final class Characters {

    private Characters() {}

    /** White space as {@code \s}: Unicode's, and the four ASCII separators from U+001C to U+001F. */
    static boolean isSpace(int c) {
        return c >= 0x09 && c <= 0x0d
                || c >= 0x1c && c <= 0x20
                || c == 0x85
                || c == 0xa0
                || c > 0xff && (Character.isSpaceChar(c));
    }

    /** A word character as {@code \w}: letters, all kinds of numbers and {@code _}, but no combining marks. */
    static boolean isWord(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> c == '_';
        };
    }

    /** What may stand in a word of a label. */
    static boolean isKept(int c) {
        return isWord(c) || c == '-' || c == '\'' || c == '.';
    }
}

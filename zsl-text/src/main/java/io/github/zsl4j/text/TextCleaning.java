package io.github.zsl4j.text;

import java.util.Locale;

/** What models' own code does to a text before the tokenizer sees it. */
final class TextCleaning {

    /** What Python takes for white space. */
    private static final String SPACE =
            "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";

    private static final int CAPITAL_I_WITH_DOT = 0x130;

    private TextCleaning() {}

    /** The text without white space around it, as Python's {@code str.strip}. */
    static String strip(String text) {
        return text.replaceAll("^" + SPACE + "|" + SPACE + "$", "");
    }

    /** The text in lower case as Python has it: in whole words, with ς at the end of Greek ones. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The text in lower case character by character, as Hugging Face tokenizers have it. */
    static String lowerCharacters(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == CAPITAL_I_WITH_DOT) {
                lower.append("i\u0307"); // the only character with more than one in lower case
            } else {
                lower.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return lower.toString();
    }

    /**
     * The text without ASCII punctuation and with single spaces: {@code SiglipTokenizer.canonicalize_text} without its
     * lower case.
     */
    static String withoutPunctuation(String text) {
        return strip(text.replaceAll("[!-/:-@\\[-`{-~]+", "").replaceAll(SPACE, " "));
    }

    /** As open_clip's {@code canonicalize_text}: an underscore is a space, and all is in lower case. */
    static String canonical(String text) {
        return lower(withoutPunctuation(text.replace('_', ' ')));
    }
}

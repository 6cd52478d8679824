package io.github.zsl4j.text.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/**
 * The words of a label, lower case.
 *
 * @param words cut at everything that is not a word character, hyphen, apostrophe or full stop
 * @param parts the words cut at hyphens too
 */
record LabelWords(List<String> words, List<String> parts) {

    static LabelWords of(String label) {
        List<String> words = split(kept(LabelReader.clean(label).toLowerCase(Locale.ROOT)), " ");
        List<String> parts = new ArrayList<>();
        words.forEach(word -> parts.addAll(split(word, "-")));
        return new LabelWords(words, parts);
    }

    private static String kept(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(Characters.isKept(c) ? c : ' '));
        return kept.toString();
    }

    private static List<String> split(String text, String separator) {
        List<String> tokens = new ArrayList<>();
        StringTokenizer tokenizer = new StringTokenizer(text, separator);
        while (tokenizer.hasMoreTokens()) {
            tokens.add(tokenizer.nextToken());
        }
        return tokens;
    }
}

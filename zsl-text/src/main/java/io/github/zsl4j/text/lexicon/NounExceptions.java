package io.github.zsl4j.text.lexicon;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** Irregular plurals and their base forms, as in WordNet's {@code noun.exc}: {@code inflected base [base …]} a line. */
final class NounExceptions {

    private final Map<String, List<String>> bases = new HashMap<>(4096);
    private int longestForm;
    private int largestShrink;
    private int mostParts;

    private NounExceptions() {}

    static NounExceptions read(InputStream in) {
        String text;
        try (in) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ModelException("WordNet noun exceptions: the data cannot be read (" + e.getMessage() + ")", e);
        }
        NounExceptions exceptions = new NounExceptions();
        int line = 0;
        int next;
        for (int start = 0; start < text.length(); start = next) {
            int end = text.indexOf('\n', start);
            next = end < 0 ? text.length() : end + 1;
            exceptions.add(text.substring(start, next), ++line);
        }
        return exceptions;
    }

    private void add(String line, int number) {
        StringTokenizer words = new StringTokenizer(line);
        if (words.countTokens() < 2) {
            throw new ModelException("WordNet noun exceptions, line " + number
                    + ": an inflected form and at least one base form are expected");
        }
        String form = words.nextToken();
        String[] base = new String[words.countTokens()];
        for (int i = 0; i < base.length; i++) {
            base[i] = words.nextToken();
            largestShrink = Math.max(largestShrink, form.length() - base[i].length());
        }
        longestForm = Math.max(longestForm, form.length());
        mostParts = Math.max(mostParts, parts(form));
        bases.put(form, List.of(base));
    }

    private static int parts(String form) {
        int parts = 1;
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) == '_' || form.charAt(i) == '-') {
                parts++;
            }
        }
        return parts;
    }

    /** The base forms of an inflected form, in the file's order; empty for a regular one. */
    List<String> of(String form) {
        return bases.getOrDefault(form, List.of());
    }

    /** The number of characters of the longest inflected form. */
    int longestForm() {
        return longestForm;
    }

    /** The number of parts of the form with most, cut at spaces and hyphens. */
    int mostParts() {
        return mostParts;
    }

    /** By how many characters a base form can be shorter than its inflected form; at least 0. */
    int largestShrink() {
        return largestShrink;
    }
}

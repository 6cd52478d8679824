package io.github.zsl4j.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Cuts texts into words of a vocabulary. Immutable and thread-safe.
 *
 * <p>A token between spaces is kept whole if it is known, as it stands or without the punctuation around it; else it is cut
 * at everything that is neither letter nor digit nor a symbol like an emoji. Then the longest run of words that is itself known when joined wins, since
 * a vocabulary with {@code New_York} has vectors of {@code New} and {@code York} for their other uses. Every look-up tries
 * the spelling of the text first, then lower case. Tokens of punctuation alone are passed over.
 */
final class PhraseReader {

    /** Longer names than this are hardly ever one word of a vocabulary. */
    private static final int LONGEST_RUN = 5;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}]+");
    private static final Pattern AROUND =
            Pattern.compile("^[^\\p{L}\\p{M}\\p{N}\\p{So}]+|[^\\p{L}\\p{M}\\p{N}\\p{So}]+$");

    private final Predicate<String> known;
    private final List<String> joiners;

    PhraseReader(Predicate<String> known, List<String> joiners) {
        this.known = known;
        this.joiners = joiners;
    }

    Phrase read(String text) {
        List<String> tokens = tokens(text);
        List<String> words = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int at = 0; at < tokens.size(); ) {
            int length = Math.min(LONGEST_RUN, tokens.size() - at);
            String word = find(tokens.subList(at, at + length));
            while (word == null && length > 1) {
                length--;
                word = find(tokens.subList(at, at + length));
            }
            if (word == null) {
                unknown.add(tokens.get(at));
            } else {
                words.add(word);
            }
            at += length;
        }
        return new Phrase(words, unknown);
    }

    private List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String token : SPACE.split(text)) {
            String bare = AROUND.matcher(token).replaceAll("");
            if (bare.isEmpty()) {
                continue;
            }
            if (spelling(token) != null) {
                tokens.add(token);
            } else if (spelling(bare) != null) {
                tokens.add(bare);
            } else {
                tokens.addAll(List.of(PUNCTUATION.split(bare)));
            }
        }
        return tokens;
    }

    /** The vocabulary's word for all the tokens together, or null. */
    private String find(List<String> tokens) {
        if (tokens.size() == 1) {
            return spelling(tokens.get(0));
        }
        for (String joiner : joiners) {
            String word = spelling(String.join(joiner, tokens));
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    private String spelling(String word) {
        if (known.test(word)) {
            return word;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return known.test(lower) ? lower : null;
    }
}

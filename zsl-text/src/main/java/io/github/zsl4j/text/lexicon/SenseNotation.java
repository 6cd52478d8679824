package io.github.zsl4j.text.lexicon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A label that gives its sense, {@code name#hint}.
 *
 * @param name what stands before the {@code #}; not blank
 * @param hint what stands behind it; not blank
 */
record SenseNotation(String name, String hint) {

    private static final Pattern FULL_ID = Pattern.compile("n\\d{8}");
    private static final Pattern SHORT_ID = Pattern.compile("\\d{1,9}");
    private static final int MOST_LISTED = 8;
    private static final int LONGEST_QUOTE = 48;

    /** The notation in a label, if it has the form of one. */
    static Optional<SenseNotation> parse(String label) {
        int at = label.indexOf('#');
        if (at < 0 || at != label.lastIndexOf('#')) {
            return Optional.empty();
        }
        String name = label.substring(0, at);
        String hint = label.substring(at + 1);
        String trimmedHint = LabelReader.clean(hint);
        boolean tight =
                !name.isEmpty() && !hint.isEmpty() && !isGap(name.charAt(name.length() - 1)) && !isGap(hint.charAt(0));
        return tight ? Optional.of(new SenseNotation(name, trimmedHint)) : Optional.empty();
    }

    private static boolean isGap(char c) {
        return c == '_' || Characters.isSpace(c);
    }

    /** Whether the hint is a synset's id in full, which cannot mean anything else. */
    boolean isFullId() {
        return FULL_ID.matcher(hint).matches();
    }

    /**
     * @param senses of the name
     * @param hintSenses of the hint as a noun
     * @throws IllegalArgumentException if the hint fits none
     */
    Sense choose(List<Sense> senses, WordNet wordNet, List<Sense> hintSenses) {
        Optional<Sense> chosen = isFullId() || SHORT_ID.matcher(hint).matches()
                ? byId(senses, wordNet)
                : byKind(senses, wordNet, hintSenses);
        return chosen.orElseThrow(() -> new IllegalArgumentException(complaint(senses)));
    }

    private Optional<Sense> byId(List<Sense> senses, WordNet wordNet) {
        int offset = Integer.parseInt(isFullId() ? hint.substring(1) : hint);
        return senses.stream()
                .filter(sense -> sense.synset().offset() == offset)
                .findFirst()
                .or(() -> wordNet.synset(offset).map(synset -> new Sense(synset, 0)));
    }

    private static Optional<Sense> byKind(List<Sense> senses, WordNet wordNet, List<Sense> kinds) {
        for (Sense kind : kinds) {
            for (Sense sense : senses) {
                int[] above = wordNet.ancestors(sense.synset().offset());
                if (Arrays.stream(above).anyMatch(a -> a == kind.synset().offset())) {
                    return Optional.of(sense);
                }
            }
        }
        return Optional.empty();
    }

    private String complaint(List<Sense> senses) {
        String shown = shorten(LabelReader.clean(name));
        String problem = "Label \"" + shown + "#" + shorten(hint) + "\": ";
        if (senses.isEmpty()) {
            return problem + "WordNet has no noun synset of this id";
        }
        StringJoiner list = new StringJoiner(", ");
        senses.stream().limit(MOST_LISTED).forEach(sense -> list.add(describe(shown, sense.synset())));
        String rest = senses.size() > MOST_LISTED ? ", and " + (senses.size() - MOST_LISTED) + " more" : "";
        return problem + "no sense of \"" + shown + "\" fits \"" + shorten(hint) + "\"; there are " + list + rest;
    }

    private static String describe(String name, Synset synset) {
        return name + "#" + synset.id() + " (" + shorten(synset.gloss()) + ")";
    }

    /** At most {@value #LONGEST_QUOTE} characters on one line. */
    private static String shorten(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        if (line.length() <= LONGEST_QUOTE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_QUOTE - 2)) ? LONGEST_QUOTE - 2 : LONGEST_QUOTE - 1;
        return line.substring(0, end) + "…";
    }
}
